using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>What the registry tells of keepers and its settings.</summary>
public abstract record RegistryEvent
{
    private RegistryEvent()
    {
    }

    /// <summary>Reads an event by its topics and data; null where it is none of these.</summary>
    /// <exception cref="XdrException">It has the name of one of these and another shape: the contract is not the one that was meant.</exception>
    public static RegistryEvent? Read(IReadOnlyList<SCVal> topics, SCVal data) => EventParts.Of(topics, data) is { } parts
        ? parts.Name switch
        {
            "keeper_registered" => new KeeperRegistered(parts.Topic(0).ToAddress(), parts["name"].ToText(), parts["stake"].ToUsdc()),
            "keeper_deregistered" => new KeeperDeregistered(parts.Topic(0).ToAddress(), parts["refund"].ToUsdc()),
            "stake_added" => new StakeAdded(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["stake"].ToUsdc()),
            "stake_removed" => new StakeRemoved(parts.Topic(0).ToAddress(), parts["amount"].ToUsdc(), parts["stake"].ToUsdc()),
            "keeper_slashed" => new KeeperSlashed(parts.Topic(0).ToAddress(), parts["asked"].ToUsdc(), parts["taken"].ToUsdc(), parts["stake"].ToUsdc()),
            "min_stake_set" => new MinStakeSet(parts["min_stake"].ToUsdc()),
            "registry_paused" => new RegistryPaused(),
            "registry_unpaused" => new RegistryUnpaused(),
            _ => null,
        }
        : null;

    /// <summary>A keeper registered with a first stake.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Name">The name shown beside its address.</param>
    /// <param name="Stake">What it locked.</param>
    public sealed record KeeperRegistered(SCAddress Keeper, XdrString Name, Usdc Stake) : RegistryEvent;

    /// <summary>A keeper left and took its stake along.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Refund">What was paid back.</param>
    public sealed record KeeperDeregistered(SCAddress Keeper, Usdc Refund) : RegistryEvent;

    /// <summary>A keeper locked more.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Amount">What was added.</param>
    /// <param name="Stake">The stake from now on.</param>
    public sealed record StakeAdded(SCAddress Keeper, Usdc Amount, Usdc Stake) : RegistryEvent;

    /// <summary>A keeper took a part of its stake out.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Amount">What was paid back.</param>
    /// <param name="Stake">The stake from now on.</param>
    public sealed record StakeRemoved(SCAddress Keeper, Usdc Amount, Usdc Stake) : RegistryEvent;

    /// <summary>The vault took stake for an overdue draw; the keeper is barred for ever.</summary>
    /// <param name="Keeper">Who.</param>
    /// <param name="Asked">What the vault asked for.</param>
    /// <param name="Taken">What it got.</param>
    /// <param name="Stake">What is left.</param>
    public sealed record KeeperSlashed(SCAddress Keeper, Usdc Asked, Usdc Taken, Usdc Stake) : RegistryEvent;

    /// <summary>The owner set the minimum stake.</summary>
    /// <param name="MinStake">From now on.</param>
    public sealed record MinStakeSet(Usdc MinStake) : RegistryEvent;

    /// <summary>Register, draw and liquidate are stopped.</summary>
    public sealed record RegistryPaused() : RegistryEvent;

    /// <summary>Register, draw and liquidate go on.</summary>
    public sealed record RegistryUnpaused() : RegistryEvent;
}
