using System.Runtime.ExceptionServices;
using Wasmtime;

namespace Nectar.LocalNet.Host.Engine;

/// <summary>The import <c>nectar.fetch_entry</c>: the ledger of the call that is under way.</summary>
internal sealed class EntryImport
{
    private const int Absent = -1;
    private const int LedgerFailed = -2;

    private FetchEntry? ledger;
    private ExceptionDispatchInfo? failure;

    // An answer that did not fit is asked for once more; the ledger is not.
    private (byte[] Key, byte[] Answer)? tooLong;

    public void Define(Linker linker) =>
        linker.DefineFunction("nectar", "fetch_entry", (Caller caller, int key, int keyLength, int answer, int capacity) =>
        {
            var memory = caller.GetMemory("memory")!;
            return Fetch(memory, unchecked((uint)key), keyLength, unchecked((uint)answer), unchecked((uint)capacity));
        });

    /// <summary>The ledger for the next call; null for calls that read none.</summary>
    public void Begin(FetchEntry? source) => (ledger, failure, tooLong) = (source, null, null);

    /// <summary>Throws what the ledger threw during the call.</summary>
    public void End()
    {
        var thrown = failure;
        Begin(null);
        thrown?.Throw();
    }

    private int Fetch(Memory memory, uint keyAt, int keyLength, uint answerAt, uint capacity)
    {
        try
        {
            var key = memory.GetSpan((long)keyAt, keyLength);
            var answer = tooLong is { } held && key.SequenceEqual(held.Key) ? held.Answer : ledger?.Invoke(key);
            if (answer is null)
            {
                return Absent;
            }

            if ((uint)answer.Length <= capacity)
            {
                answer.CopyTo(memory.GetSpan((long)answerAt, answer.Length));
            }
            else
            {
                tooLong = (key.ToArray(), answer);
            }

            return answer.Length;
        }
#pragma warning disable CA1031 // Whatever the ledger throws must not unwind through the module; End throws it again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = ExceptionDispatchInfo.Capture(error);
            return LedgerFailed;
        }
    }
}
