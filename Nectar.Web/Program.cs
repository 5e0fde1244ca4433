using Nectar.Web;

await using var application = new NectarWebApplication(args);
await application.RunAsync();
