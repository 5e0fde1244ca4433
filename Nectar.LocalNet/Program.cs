using System.CommandLine;
using Nectar.LocalNet.Http;

var command = ServeCommand.Create((options, cancel) => Serving.RunAsync(options, Console.Out, Console.Error, cancel));

// Writing a large state takes longer than the two seconds that are usual.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }).ConfigureAwait(false);
