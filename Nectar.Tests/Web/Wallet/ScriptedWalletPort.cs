using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

/// <summary>A browser whose wallet answers as a test says; what it says nothing of is never answered.</summary>
internal sealed class ScriptedWalletPort : IWalletPort
{
    public event Action<string, string>? Changed;

    public Dictionary<string, Func<object[], WalletReply>> Answers { get; } = [];

    public List<string> Asked { get; } = [];

    public ScriptedWalletPort With(string question, string json)
    {
        Answers[question] = _ => WalletSamples.Answer(json);
        return this;
    }

    public Task<WalletReply> AskAsync(WalletKind kind, string question, TimeSpan within, params object[] values)
    {
        Asked.Add(question);
        return Task.FromResult(Answers.TryGetValue(question, out var answer) ? answer(values) : new WalletReply.Silent());
    }

    public Task WatchAsync() => Task.CompletedTask;

    public void Change(string address, string passphrase) => Changed?.Invoke(address, passphrase);
}
