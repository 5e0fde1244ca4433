namespace Nectar.LocalNet.Host.Frames;

/// <summary>What a request asks for; the numbers are those of <c>host/README.md</c>.</summary>
internal enum HostOperation : uint
{
    Version = 0,
    SimulateInvoke = 1,
    SimulateExtendTtl = 2,
    SimulateRestore = 3,
    ApplyInvoke = 4,
    ApplyExtendTtl = 5,
    ApplyRestore = 6,
    ResourceFee = 7,
    RentFee = 8,
    DropModuleCache = 9,
}
