using Microsoft.JSInterop;

namespace Nectar.Web.Flow;

/// <summary>Keeps what is typed in the tab's own storage, so that a reload, a phone's switch of apps and a server that was started anew leave it there.</summary>
/// <param name="js">The browser.</param>
internal sealed class BrowserDraft(IJSRuntime js)
{
    private const string Place = "nectar-draft";

    /// <summary>What was typed last; null where nothing was, or where it is done.</summary>
    public Draft? Current { get; private set; }

    /// <summary>Reads what the tab has.</summary>
    public async Task FindAsync(CancellationToken cancel) => Current = Draft.Read(await js.InvokeAsync<string?>("sessionStorage.getItem", cancel, Place));

    /// <summary>Keeps what is typed now; null forgets.</summary>
    public async Task KeepAsync(Draft? draft, CancellationToken cancel)
    {
        if (draft == Current)
        {
            return;
        }

        Current = draft;
        await (draft is null
            ? js.InvokeVoidAsync("sessionStorage.removeItem", cancel, Place)
            : js.InvokeVoidAsync("sessionStorage.setItem", cancel, Place, draft.Write()));
    }
}
