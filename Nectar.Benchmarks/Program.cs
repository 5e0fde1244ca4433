using System.CommandLine;
using Nectar.Benchmarks.Keeper;
using Nectar.Benchmarks.Network;

var network = new Command("network", "The embedded network: calls, start, decoding and memory, against the native host where cargo is there");
network.SetAction((_, cancel) => NetworkBenchmark.RunAsync(Console.Out, cancel));

var keeper = new Command("keeper", "The keeper: calls of a quiet ledger, the re-check of a million positions, the app as a newcomer starts it; about six minutes");
var part = new Argument<string?>("part") { Description = "One of them alone", Arity = ArgumentArity.ZeroOrOne };
part.AcceptOnlyFromAmong([.. KeeperSection.Parts.Keys]);
keeper.Arguments.Add(part);
keeper.SetAction((given, cancel) => KeeperSection.RunAsync(given.GetValue(part), Console.Out, cancel));

return await new RootCommand("Times what Nectar does, side by side with what it is measured against, in one run; prints Markdown") { network, keeper }
    .Parse(args).InvokeAsync().ConfigureAwait(false);
