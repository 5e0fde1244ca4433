using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Soroban.Sending;

/// <summary>The error of a failed call, out of its diagnostic events.</summary>
internal static class HostErrorEvents
{
    /// <summary>
    /// The error that the host reported for the whole call (<c>host_fn_failed</c>), or else the last that it logged, since
    /// inner errors that a contract caught come before. Null where there is none: servers may keep no diagnostics.
    /// </summary>
    public static SCError? Read(IEnumerable<DiagnosticEvent>? events)
    {
        SCError? last = null;
        foreach (var diagnostic in events ?? [])
        {
            if (diagnostic.Event.Body is not ContractEventBody.V0({ Topics: [SCVal.Symbol(var name), SCVal.Error(var error), ..] }))
            {
                continue;
            }

            if (name == (XdrString)"host_fn_failed")
            {
                return error;
            }

            last = name == (XdrString)"error" ? error : last;
        }

        return last;
    }

    /// <summary>The error as type and number.</summary>
    public static (SCErrorType Type, uint Number) Split(SCError error) => error switch
    {
        SCError.Contract(var number) => (SCErrorType.Contract, number),
        SCError.WasmVm(var code) => (SCErrorType.WasmVm, (uint)code),
        SCError.Context(var code) => (SCErrorType.Context, (uint)code),
        SCError.Storage(var code) => (SCErrorType.Storage, (uint)code),
        SCError.Object(var code) => (SCErrorType.Object, (uint)code),
        SCError.Crypto(var code) => (SCErrorType.Crypto, (uint)code),
        SCError.Events(var code) => (SCErrorType.Events, (uint)code),
        SCError.Budget(var code) => (SCErrorType.Budget, (uint)code),
        SCError.Value(var code) => (SCErrorType.Value, (uint)code),
        SCError.Auth(var code) => (SCErrorType.Auth, (uint)code),
        _ => throw new XdrException(nameof(SCError), $"{error.Discriminant} is not a known value"),
    };
}
