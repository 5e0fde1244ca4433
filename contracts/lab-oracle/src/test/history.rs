use proptest::prelude::*;
use soroban_sdk::{testutils::Ledger, vec, Env, Vec};

use super::{feed, token, NOW};
use crate::{PriceData, MAX_RECORDS};

/// What the feed should keep, told as plainly as possible.
#[derive(Default)]
struct Model(std::vec::Vec<PriceData>);

impl Model {
    fn record(&mut self, price: i128, timestamp: u64) {
        self.0.retain(|kept| kept.timestamp < timestamp);
        self.0.push(PriceData { price, timestamp });
        let surplus = self.0.len().saturating_sub(MAX_RECORDS as usize);
        self.0.drain(..surplus);
    }

    fn at(&self, timestamp: u64) -> Option<PriceData> {
        self.0.iter().rev().find(|kept| kept.timestamp <= timestamp).cloned()
    }

    fn newest(&self, e: &Env, records: u32) -> Option<Vec<PriceData>> {
        let newest = self.0.iter().rev().take(records as usize).cloned();
        let newest = Vec::from_iter(e, newest);
        (!newest.is_empty()).then_some(newest)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_follow_from_what_was_recorded(
        records in prop::collection::vec((1i128..1_000, 0u64..60), 1..50),
        asked in prop::collection::vec((0u64..70, 0u32..40), 8),
    ) {
        let feed = feed();
        let asset = token(&feed.e);
        let mut model = Model::default();
        for (price, back) in records {
            feed.client.set_price_at(&asset, &price, &(NOW - back));
            model.record(price, NOW - back);
            prop_assert_eq!(feed.client.lastprice(&asset), model.0.last().cloned());
        }
        for (back, count) in asked {
            prop_assert_eq!(feed.client.price(&asset, &(NOW - back)), model.at(NOW - back));
            prop_assert_eq!(feed.client.prices(&asset, &count), model.newest(&feed.e, count));
        }
    }
}

#[test]
fn a_back_dated_price_is_the_last_one_and_drops_what_came_later() {
    let feed = feed();
    let asset = token(&feed.e);
    feed.client.set_price_at(&asset, &1, &(NOW - 20));
    feed.client.set_price(&asset, &2);
    feed.client.set_price_at(&asset, &3, &(NOW - 10));
    let kept = [(3, NOW - 10), (1, NOW - 20)].map(|(price, timestamp)| PriceData { price, timestamp });
    assert_eq!(feed.client.lastprice(&asset), Some(kept[0].clone()));
    assert_eq!(feed.client.prices(&asset, &9), Some(Vec::from_array(&feed.e, kept)));
}

#[test]
fn the_oldest_record_makes_room_for_the_thirty_third() {
    let feed = feed();
    let asset = token(&feed.e);
    for second in 0..=u64::from(MAX_RECORDS) {
        feed.e.ledger().set_timestamp(NOW + second);
        feed.client.set_price(&asset, &(1 + i128::from(second)));
    }
    assert_eq!(feed.client.prices(&asset, &u32::MAX).unwrap().len(), MAX_RECORDS);
    assert_eq!(feed.client.price(&asset, &NOW), None);
    assert_eq!(feed.client.price(&asset, &(NOW + 1)), Some(PriceData { price: 2, timestamp: NOW + 1 }));
}

#[test]
fn one_call_moves_a_market_and_a_bad_price_in_it_moves_nothing() {
    let feed = feed();
    let assets = vec![&feed.e, token(&feed.e), token(&feed.e)];
    feed.client.set_prices(&assets, &vec![&feed.e, 10, 20]);
    assert!(feed.client.try_set_prices(&assets, &vec![&feed.e, 11, 0]).is_err());
    let prices = assets.iter().map(|asset| feed.client.lastprice(&asset).unwrap().price);
    assert!(prices.eq([10, 20]));
}
