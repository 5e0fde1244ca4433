using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http;

/// <summary>The command line: its switches, their bounds, and what they say together.</summary>
public static class ServeCommand
{
    private const int MaxAccounts = 1_000;
    private const long MaxBalance = 1_000_000_000;
    private const double MinIntervalSeconds = 0.01;
    private const double MaxIntervalSeconds = 86_400;
    private const int MinRetentionMegabytes = 1;
    private const int MaxRetentionMegabytes = 1_000_000;

    /// <summary>The command.</summary>
    /// <param name="serve">What it does with good switches; gives the exit code.</param>
    public static RootCommand Create(Func<ServeOptions, CancellationToken, Task<int>> serve)
    {
        var address = new Option<IPAddress>("--address")
        {
            Description = "IP address to listen on; 0.0.0.0 for all",
            HelpName = "ip",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = r => Read<IPAddress>(r, IPAddress.TryParse, "an IP address"),
        };
        var port = Number("--port", "Port to listen on; 0 takes a free one", 8000, 0, ushort.MaxValue);
        var publicUrl = new Option<Uri?>("--public-url")
        {
            Description = "URL under which clients reach the network, where it is not http://localhost:<port>",
            HelpName = "url",
            CustomParser = r => Read<Uri?>(r, TryReadUrl, "an http or https URL"),
        };
        var passphrase = new Option<string>("--passphrase")
        {
            Description = "Passphrase of the network",
            HelpName = "text",
            DefaultValueFactory = _ => new LocalNetworkOptions().Passphrase,
            CustomParser = r => Read<string>(r, TryReadText, "a text that is not empty"),
        };
        var closing = new Option<ClosingMode>("--closing")
        {
            Description = "When ledgers close: on-submit (each transaction closes one at once), by-hand (localnet_closeLedgers), or every so many seconds, from 0.01 to 86400",
            HelpName = "on-submit|by-hand|seconds",
            DefaultValueFactory = _ => new ClosingMode.OnSubmit(),
            CustomParser = r => Read<ClosingMode>(r, TryReadClosing, "on-submit, by-hand, or seconds from 0.01 to 86400"),
        };
        var retentionLedgers = Number("--retention-ledgers", "How many of the latest ledgers are remembered", 120_960, 1, int.MaxValue);
        var retentionMegabytes = Number("--retention-mb", "How many megabytes of them at most", 1024, MinRetentionMegabytes, MaxRetentionMegabytes);
        var state = new Option<FileInfo?>("--state")
        {
            Description = "File that holds the state: read at the start where it exists, written at the end",
            HelpName = "file",
        };
        var cache = new Option<DirectoryInfo?>("--cache")
        {
            Description = "Folder that keeps the compiled host, so that later starts are quick; by default one in the user's cache",
            HelpName = "folder",
        };
        var accounts = Number("--accounts", "How many accounts are funded at the start; their keys follow from the passphrase", 3, 0, MaxAccounts);
        var balance = new Option<long>("--balance")
        {
            Description = $"How much each of them gets, in XLM, from 1 to {MaxBalance}",
            HelpName = "xlm",
            DefaultValueFactory = _ => 10_000,
            CustomParser = r => Read<long>(r, (text, out value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= MaxBalance, $"a whole number from 1 to {MaxBalance}"),
        };

        var command = new RootCommand("A Stellar network in one process: real ledgers, the real contract host, JSON-RPC, friendbot. It is for development; its coins are worth nothing.")
        {
            address, port, publicUrl, passphrase, closing, retentionLedgers, retentionMegabytes, state, cache, accounts, balance,
        };
        command.SetAction((parsed, cancel) => serve(
            new ServeOptions
            {
                Address = parsed.GetValue(address)!,
                Port = parsed.GetValue(port),
                PublicUrl = parsed.GetValue(publicUrl),
                StateFile = parsed.GetValue(state),
                CacheFolder = parsed.GetValue(cache),
                Accounts = parsed.GetValue(accounts),
                Balance = parsed.GetValue(balance),
                Network = new LocalNetworkOptions
                {
                    Passphrase = parsed.GetValue(passphrase)!,
                    Closing = parsed.GetValue(closing)!,
                    RetentionLedgers = parsed.GetValue(retentionLedgers),
                    RetentionBytes = (long)parsed.GetValue(retentionMegabytes) << 20,
                },
            },
            cancel));
        return command;
    }

    private delegate bool Reader<T>(string text, out T value);

    private static Option<int> Number(string name, string description, int usual, int min, int max) => new(name)
    {
        Description = $"{description}, from {min} to {max}",
        HelpName = "number",
        DefaultValueFactory = _ => usual,
        CustomParser = r => Read<int>(r, (text, out value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max, $"a whole number from {min} to {max}"),
    };

    private static T? Read<T>(ArgumentResult result, Reader<T?> read, string rule)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!read(text, out var value))
        {
            var name = result.Parent is OptionResult option ? option.Option.Name : "the argument";
            result.AddError($"{name} is '{text}'; it must be {rule}");
        }

        return value;
    }

    private static bool TryReadUrl(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool TryReadText(string text, out string? value)
    {
        value = text;
        return !string.IsNullOrWhiteSpace(text);
    }

    private static bool TryReadClosing(string text, out ClosingMode? mode)
    {
        mode = text switch
        {
            "on-submit" => new ClosingMode.OnSubmit(),
            "by-hand" => new ClosingMode.ByHand(),
            _ when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= MinIntervalSeconds and <= MaxIntervalSeconds => new ClosingMode.Every(TimeSpan.FromSeconds(seconds)),
            _ => null,
        };
        return mode is not null;
    }
}
