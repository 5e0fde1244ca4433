using System.CommandLine;
using Nectar.Benchmarks.Network;

var network = new Command("network", "The embedded network: calls, start, decoding and memory, against the native host where cargo is there");
network.SetAction((_, cancel) => NetworkBenchmark.RunAsync(Console.Out, cancel));

return await new RootCommand("Times what Nectar does, side by side with what it is measured against, in one run; prints Markdown") { network }
    .Parse(args).InvokeAsync().ConfigureAwait(false);
