namespace Nectar.LocalNet.Http;

/// <summary>What is told of a transaction that failed.</summary>
/// <param name="EnvelopeXdr">What was sent.</param>
/// <param name="ResultXdr">Its result.</param>
/// <param name="ResultCodes">The codes of its result.</param>
internal sealed record ProblemExtras(string EnvelopeXdr, string ResultXdr, ResultCodes ResultCodes);
