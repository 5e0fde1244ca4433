using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Sending;

/// <summary>A sender before a scripted server.</summary>
public abstract class SenderFixture : IDisposable
{
    private readonly ScriptedServer scripted = new(o => o.ReadRetries = 1);
    private TransactionSender? sender;

    protected KeyPair Account { get; } = KeyPair.Random();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static Operation Call { get; } = Operations.InvokeContract(new ContractId(new byte[32]), "deposit");

    protected Operation Payment => Operations.Payment(MuxedAccount.From(Account.AccountId), Asset.Native.Instance, 1);

    private protected ScriptedRpc Rpc => scripted.Rpc;

    private protected TransactionSender Sender => sender ??= Make([]);

    public void Dispose()
    {
        Account.Dispose();
        scripted.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected TransactionSender Make(IReadOnlyList<KeyPair> channels) => new(
        scripted.Server, Network.Standalone, Account, channels, scripted.Time, new TransactionSenderOptions(), NullLogger<TransactionSender>.Instance);

    private protected Task<SendOutcome> SendAsync(Operation operation, long budget = 1_000_000) =>
        scripted.Drive(Sender.SendAsync(new SendRequest { Operation = operation, FeeBudget = budget }, Cancel));

    private protected Task<SendOutcome> SendAsync(SendRequest request) => scripted.Drive(Sender.SendAsync(request, Cancel));

    private protected Task<T> Drive<T>(Task<T> task) => scripted.Drive(task);
}
