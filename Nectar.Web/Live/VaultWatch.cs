using Nectar.Core.Soroban.Rpc;

namespace Nectar.Web.Live;

/// <summary>Reads the vault's picture again and again, and keeps the last one.</summary>
internal sealed class VaultWatch(IVaultReader reader, NetworkStart start, TimeProvider time, ILogger<VaultWatch> log) : BackgroundService
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);
    private readonly LatestValue<VaultPicture> latest = new(time, TimeSpan.FromSeconds(15));

    /// <summary>How long the last reading took; null before the first.</summary>
    public TimeSpan? Took { get; private set; }

    /// <summary>The vault as of now.</summary>
    public Reading<VaultPicture> Read() =>
        start.Fault is { } fault && start.Network is null ? new Reading<VaultPicture>.Unavailable(fault) : latest.Read(start.Doing);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var network = await start.WhenReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var begun = time.GetTimestamp();
                latest.Set(await reader.ReadAsync(network, stoppingToken));
                Took = time.GetElapsedTime(begun);
            }
            catch (Exception e) when (e is VaultReadException or RpcTransportException or RpcErrorException)
            {
                LiveLog.VaultNotRead(log, e.Message);
                latest.Fail(e.Message);
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }
}
