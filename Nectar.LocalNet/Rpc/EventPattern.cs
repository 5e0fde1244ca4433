using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Rpc;

/// <summary>One filter of a request, read: type, contract and topics must fit, each where it is given.</summary>
internal sealed class EventPattern
{
    private const int MaxContracts = 5;
    private const int MaxTopics = 5;

    private readonly HashSet<ContractEventType> types;
    private readonly HashSet<ContractID> contracts;
    private readonly TopicPattern[] topics;

    /// <summary>Reads a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="what">Which it is, for errors.</param>
    public EventPattern(EventFilter filter, string what)
    {
        var (ids, patterns) = (filter.ContractIds ?? [], filter.Topics ?? []);
        if (ids.Count > MaxContracts)
        {
            throw Refusal.Parameter($"{what} has {ids.Count} contractIds; at most {MaxContracts} are allowed");
        }

        if (patterns.Count > MaxTopics)
        {
            throw Refusal.Parameter($"{what} has {patterns.Count} topics; at most {MaxTopics} are allowed");
        }

        types = string.IsNullOrEmpty(filter.Type) ? [] : [.. filter.Type.Split(',').Select(name => ReadType(name, what))];
        contracts = [.. ids.Select(id => ReadContract(id, what))];
        topics = [.. patterns.Select((segments, i) => new TopicPattern(segments, $"{what}.topics[{i}]"))];
    }

    /// <summary>Whether the event fits.</summary>
    public bool Matches(ContractEvent happened) =>
        (types.Count == 0 || types.Contains(happened.Type))
        && (contracts.Count == 0 || (happened.ContractId is { } contract && contracts.Contains(contract)))
        && (topics.Length == 0 || (happened.Body is ContractEventBody.V0(var body) && Array.Exists(topics, t => t.Matches(body.Topics))));

    private static ContractEventType ReadType(string name, string what) => name switch
    {
        "contract" => ContractEventType.Contract,
        "system" => ContractEventType.System,
        _ => throw Refusal.Parameter($"{what} has type {Refusal.Shown(name)}; allowed are 'contract', 'system', or both with a comma"),
    };

    private static ContractID ReadContract(string text, string what) =>
        StrKey.TryDecode(text, out var kind, out var id) && kind == StrKeyKind.Contract
            ? new ContractID(id)
            : throw Refusal.Parameter($"{what} has contract id {Refusal.Shown(text)}, which is no strkey of a contract (C…)");
}
