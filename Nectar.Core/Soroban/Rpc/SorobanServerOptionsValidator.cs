using Microsoft.Extensions.Options;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>Holds the options against their bounds, all at once, when the program starts.</summary>
[OptionsValidator]
internal sealed partial class SorobanServerOptionsValidator : IValidateOptions<SorobanServerOptions>;
