using Nectar.Core.Liquidation;

namespace Nectar.Web.Api;

/// <summary>A position in debt; one without debt has no health factor and is not listed.</summary>
internal sealed record PositionAnswer(string Address, Ratio Hf);
