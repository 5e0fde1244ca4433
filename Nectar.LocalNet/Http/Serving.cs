using System.Globalization;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>Serves until told to stop, and says on the console what whoever started it needs to know.</summary>
public static class Serving
{
    /// <summary>Serves a network.</summary>
    /// <param name="options">What the command line asks for.</param>
    /// <param name="output">For what is served.</param>
    /// <param name="errors">For what went wrong.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The exit code: 0, or 1 where it could not start or not keep its state.</returns>
    public static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            var application = await LocalNetApplication.StartAsync(options, TimeProvider.System, cancel).ConfigureAwait(false);
            await using (application.ConfigureAwait(false))
            {
                await output.WriteLineAsync(Greeting(application, options)).ConfigureAwait(false);
                await UntilAsync(cancel).ConfigureAwait(false);
                await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return 0;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception error) when (error is IOException or FormatException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Nectar.LocalNet: {error.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task UntilAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is what was waited for.
        }
    }

    private static string Greeting(LocalNetApplication application, ServeOptions options)
    {
        var url = application.Url.ToString().TrimEnd('/');
        var closing = options.Network.Closing switch
        {
            ClosingMode.OnSubmit => "on submit: each transaction closes a ledger at once",
            ClosingMode.Every(var interval) => string.Create(CultureInfo.InvariantCulture, $"every {interval.TotalSeconds} s"),
            _ => "by hand: localnet_closeLedgers",
        };
        var accounts = application.Accounts.Select(a => $"  {a.Account}  {a.SecretSeed}");
        return string.Join(
            Environment.NewLine,
            [
                $"Passphrase  {options.Network.Passphrase}",
                $"RPC         {url}/rpc (also {url}/ and {url}/soroban/rpc)",
                $"Friendbot   {url}/friendbot?addr=G…",
                $"Ledgers     {closing}",
                string.Create(CultureInfo.InvariantCulture, $"Accounts    {options.Balance:#,0} XLM each; their seeds follow from the passphrase and are no secret"),
                .. accounts,
                "Ctrl+C ends it.",
            ]);
    }
}
