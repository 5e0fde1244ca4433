using System.Globalization;
using CsCheck;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.Tests.LocalNet.Http;

/// <summary>Whatever is sent, the answer is a result or a refusal, never a fault of the server.</summary>
public sealed class RandomRequestsTests(ServedNetwork network) : IClassFixture<ServedNetwork>
{
    private const int InternalError = -32603;

    // What parameters are called, so that random ones are read at all.
    private static readonly string[] names =
    [
        "keys", "transaction", "hash", "startLedger", "endLedger", "pagination", "cursor", "limit", "filters", "type", "contractIds", "topics", "xdrFormat",
        "authMode", "useUpgradedAuth", "resourceConfig", "instructionLeeway", "count", "seconds", "id", "state", "address", "stroops", "mode", "intervalMilliseconds",
    ];

    // Small numbers, so that no call closes a million ledgers; the bounds are tested elsewhere.
    private static readonly Gen<string> scalars = Gen.OneOf<string>(
        "null", "true", "false", "0", "1", "2", "3", "-1", "1.5", "7", "4294967296", "1e99",
        "\"\"", "\"*\"", "\"**\"", "\"json\"", "\"base64\"", "\"contract\"", "\"record\"", "\"enforce\"", "\"byHand\"", "\"onSubmit\"", "\"12884905985\"",
        $"\"{Rules.Key}\"", $"\"{Rules.Unsigned(Operations.CreateAssetContract(Asset.Native.Instance)).ToBase64()}\"", $"\"{new string('a', 64)}\"",
        $"\"{Network.Standalone.RootKeyPair().AccountId}\"", $"\"{Network.Standalone.ContractIdOf(Asset.Native.Instance)}\"", $"\"{SCVal.FromSymbol("fee").ToBase64()}\"",
        "\"0000000012884905985-0000000000\"", "\"9223372036854775807-4294967295\"");

    private static readonly Gen<string> objects = Gen.Recursive<string>((depth, inner) =>
    {
        var value = depth > 3 ? scalars : Gen.Frequency((4, scalars), (2, Members(inner)), (2, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")));
        return Gen.Frequency((6, value), (1, Members(value)));
    });

    [Fact]
    public async Task Random_parameters_never_make_the_server_fail()
    {
        var methods = Gen.OneOf(network.Application.Services.Methods.ToArray());
        await Gen.Select(methods, Members(objects)).SampleAsync(
            async (method, parameters) =>
            {
                var (_, code, message) = await network.CallAsync(method, parameters);
                Assert.True(code is 0 or -32600 or -32602, $"{method} {parameters}: {code} {message}");
            },
            iter: 3_000,
            threads: 1);
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Random_bodies_never_make_the_server_fail()
    {
        var start = """[{"jsonrpc":"2.0","id":1,"method":"getEvents","params":{"startLedger":2,"filters":[{"topics":[["*"]]}]}}]"""u8.ToArray();
        await Gen.Frequency((1, Gen.Byte.Array[0, 600]), (3, Damaged(start))).SampleAsync(
            async body =>
            {
                var (status, text) = await network.PostAsync(body);
                Assert.True(
                    (int)status is 200 or 204 && !text.Contains(InternalError.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                    $"{Convert.ToHexString(body)}: {status} {text}");
            },
            iter: 2_000,
            threads: 1);
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_transactions_never_make_the_server_fail()
    {
        using var root = Network.Standalone.RootKeyPair();
        var coins = Network.Standalone.ContractIdOf(Asset.Native.Instance);
        await network.Application.Services.Friendbot.FundAsync(coins, TestContext.Current.CancellationToken);
        Operation[] operations =
        [
            Operations.Payment(MuxedAccount.From(root.AccountId), Asset.Native.Instance, 5),
            Operations.InvokeContract(coins, "transfer", SCVal.FromAddress(root.AccountId), SCVal.FromAddress(coins), SCVal.FromInt128(1)),
            Operations.UploadContractWasm(File.ReadAllBytes(Support.Repository.PathOf("contracts/wasm/lab_exchange_pair.wasm"))),
            Operations.CreateContract(SCAddress.From(root.AccountId), new byte[32], new Nectar.Core.Soroban.Xdr.Hash(new byte[32]), SCVal.FromUInt32(4)),
        ];
        foreach (var operation in operations)
        {
            var whole = Signed(operation, root).ToEnvelope().ToXdr();
            await SendDamagedAsync(whole, "simulateTransaction", 250);
            await SendDamagedAsync(whole, "sendTransaction", 250);
        }

        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Damaged_keys_never_make_the_server_fail() =>
        await Damaged(LedgerKeys.Ttl(LedgerKeys.Account(Network.Standalone.RootKeyPair().AccountId)).ToXdr()).SampleAsync(
            async key =>
            {
                var (_, code, message) = await network.CallAsync("getLedgerEntries", $$"""{"keys":["{{Convert.ToBase64String(key)}}"]}""");
                Assert.True(code is 0 or -32602, $"{Convert.ToHexString(key)}: {code} {message}");
            },
            iter: 1_000,
            threads: 1);

    [Fact]
    public async Task Damaged_states_are_refused_or_loaded_whole_and_never_end_the_network()
    {
        var state = network.Application.Services.Network.DumpState();
        await Damaged(state).SampleAsync(
            async dump =>
            {
                var (_, code, message) = await network.CallAsync("localnet_loadState", $$"""{"state":"{{Convert.ToBase64String(dump)}}"}""");
                var (_, health, why) = await network.CallAsync("getHealth");
                Assert.True(code is 0 or -32602 && health == 0, $"{code} {message} {health} {why}");
            },
            iter: 500,
            threads: 1);
        var (result, _, refused) = await network.CallAsync("localnet_loadState", $$"""{"state":"{{Convert.ToBase64String(state)}}"}""");
        Assert.True(result is not null, refused);
        Assert.NotNull((await network.CallAsync("localnet_fund", $$"""{"address":"{{TestNetwork.Key(9).AccountId}}"}""")).Result);
    }

    private static Gen<string> Members(Gen<string> value) =>
        Gen.Select(Gen.OneOf(names), value).Array[0, 4].Select(members =>
            $"{{{string.Join(',', members.DistinctBy(m => m.Item1).Select(m => $"\"{m.Item1}\":{m.Item2}"))}}}");

    // Some bytes changed, and sometimes cut off or with more behind.
    private static Gen<byte[]> Damaged(byte[] whole) =>
        Gen.Select(Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4], Gen.Frequency((6, Gen.Const(whole.Length)), (1, Gen.Int[0, whole.Length + 8])))
            .Select((changes, length) =>
            {
                var damaged = new byte[length];
                whole.AsSpan(0, Math.Min(length, whole.Length)).CopyTo(damaged);
                foreach (var (at, value) in changes.Where(c => c.Item1 < length))
                {
                    damaged[at] = value;
                }

                return damaged;
            });

    private static Transaction Signed(Operation operation, KeyPair root) =>
        Transaction.FromEnvelope(Rules.Unsigned(operation), Network.Standalone).Sign(root);

    private Task SendDamagedAsync(byte[] whole, string method, int times) => Damaged(whole).SampleAsync(
        async envelope =>
        {
            var (_, code, message) = await network.CallAsync(method, $$"""{"transaction":"{{Convert.ToBase64String(envelope)}}"}""");
            Assert.True(code is 0 or -32602, $"{method} {Convert.ToHexString(envelope)}: {code} {message}");
        },
        iter: times,
        threads: 1);
}
