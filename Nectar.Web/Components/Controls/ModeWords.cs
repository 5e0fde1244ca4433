using Nectar.Core.Keeper;

namespace Nectar.Web.Components.Controls;

/// <summary>Modes of keepers in words.</summary>
internal static class ModeWords
{
    /// <summary>How a keeper of this mode acts.</summary>
    public static string Of(CaseMode mode) => mode == CaseMode.Atomic ? "in one transaction" : "in steps";
}
