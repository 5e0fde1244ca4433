using System.Net.Sockets;

namespace Nectar.Web.Hosting;

/// <summary>The program from its first line to its exit code: 0 for a clean end, 1 for faults, 2 for a command line that cannot be understood.</summary>
internal static class NectarProgram
{
    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="variables">Gives a variable's value, null where it is not set.</param>
    /// <param name="output">What was asked for goes here.</param>
    /// <param name="errors">What went wrong goes here.</param>
    public static async Task<int> RunAsync(string[] args, Func<string, string?> variables, TextWriter output, TextWriter errors)
    {
        switch (CommandLine.Parse(args))
        {
            case CommandLine.ShowHelp:
                await output.WriteLineAsync(CommandLine.Help);
                return 0;
            case CommandLine.Refused refused:
                await errors.WriteLineAsync(refused.Reason);
                return 2;
        }

        var configuration = Configuration.Read(variables, out var faults);
        if (faults.Count > 0)
        {
            await WriteAsync(errors, faults.Select(f => f.ToString()));
            return 1;
        }

        await using var application = new NectarWebApplication(configuration);
        try
        {
            await application.RunAsync();
        }
        catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await errors.WriteLineAsync($"API_PORT={configuration.Environment.ApiPort}: must be a port that is free: {e.Message}");
            return 1;
        }

        await WriteAsync(errors, application.Faults);
        return application.Faults.Count > 0 ? 1 : 0;
    }

    private static async Task WriteAsync(TextWriter errors, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await errors.WriteLineAsync(line);
        }
    }
}
