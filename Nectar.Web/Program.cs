using Nectar.Web.Hosting;

return await NectarProgram.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);
