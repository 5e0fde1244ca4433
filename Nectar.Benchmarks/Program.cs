using System.CommandLine;
using Nectar.Benchmarks.Keeper;
using Nectar.Benchmarks.Load;
using Nectar.Benchmarks.Network;
using Nectar.Benchmarks.Pages;

var network = new Command("network", "The embedded network: calls, start, decoding and memory, against the native host where cargo is there");
network.SetAction((_, cancel) => NetworkBenchmark.RunAsync(Console.Out, cancel));

var keeper = new Command("keeper", "The keeper: calls of a quiet ledger, the re-check of a million positions, auctions after a price at three paces, the app as a newcomer starts it; some fourteen minutes");
var part = new Argument<string?>("part") { Description = "One of them alone", Arity = ArgumentArity.ZeroOrOne };
part.AcceptOnlyFromAmong([.. KeeperSection.Parts.Keys]);
keeper.Arguments.Add(part);
keeper.SetAction((given, cancel) => KeeperSection.RunAsync(given.GetValue(part), Console.Out, cancel));

var pages = new Command("pages", "What visitors wait for: first bytes, the first line, how old a line is on the page, bytes of a line, pages after a restart; some five minutes; a Chromium");
var page = new Argument<string?>("part") { Description = "One of them alone", Arity = ArgumentArity.ZeroOrOne };
page.AcceptOnlyFromAmong([.. PagesSection.Parts.Keys]);
pages.Arguments.Add(page);
pages.SetAction((given, cancel) => PagesSection.RunAsync(given.GetValue(page), Console.Out, cancel));

var viewers = new Option<int>("--viewers") { Description = "viewers of the live log", DefaultValueFactory = _ => 1_000 };
var circuits = new Option<int>("--circuits") { Description = "visitors of the vault page", DefaultValueFactory = _ => 100 };
var seconds = new Option<int>("--seconds") { Description = "how long it is measured once all are there", DefaultValueFactory = _ => 60 };
var renews = new Option<bool>("--renew") { Description = "viewers also renew the page's figures every two seconds, as browsers do" };
var speed = new Option<int>("--speed") { Description = "ledgers in a second of the app's market: more bring more lines", DefaultValueFactory = _ => 10 };
var load = new Command("load", "A crowd before the built app on one core and 512 MB: lines late, lost and doubled, memory; two minutes; Linux") { viewers, circuits, seconds, renews, speed };
load.SetAction((asked, cancel) => LoadSection.RunAsync(
    new LoadPlan(asked.GetValue(viewers), asked.GetValue(circuits), asked.GetValue(seconds), asked.GetValue(renews), asked.GetValue(speed)), Console.Out, cancel));

return await new RootCommand("Times what Nectar does, side by side with what it is measured against, in one run; prints Markdown") { network, keeper, pages, load }
    .Parse(args).InvokeAsync().ConfigureAwait(false);
