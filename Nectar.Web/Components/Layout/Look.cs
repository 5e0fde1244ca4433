using MudBlazor;

namespace Nectar.Web.Components.Layout;

/// <summary>Our tokens for MudBlazor's parts: the same values as in <c>css/tokens.css</c>.</summary>
internal static class Look
{
    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = new PaletteDark
        {
            Background = "#0A0C10",
            Surface = "#11141A",
            AppbarBackground = "#0A0C10",
            TextPrimary = "#C9D1DE",
            TextSecondary = "#98A2B3",
            Primary = "#3DD68C",
            PrimaryContrastText = "#0A0C10",
            Success = "#3DD68C",
            Warning = "#FFB224",
            Error = "#FF6369",
            Info = "#52A9FF",
            Divider = "#2A3140",
            TableLines = "#2A3140",
            LinesDefault = "#2A3140",
            LinesInputs = "#667085",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = ["Geist Mono", "ui-monospace", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "monospace"],
            },
        },
    };
}
