using Microsoft.JSInterop;
using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>Keeps the note in the browser's storage.</summary>
/// <param name="js">The browser.</param>
internal sealed class BrowserMemory(IJSRuntime js) : IFlowMemory
{
    private const string Place = "nectar-sent";

    /// <inheritdoc/>
    public async Task KeepAsync(SentNote note) => await js.InvokeVoidAsync("localStorage.setItem", Place, note.Write());

    /// <inheritdoc/>
    public async Task<SentNote?> FindAsync(AccountId? account) => SentNote.Read(await js.InvokeAsync<string?>("localStorage.getItem", Place));

    /// <inheritdoc/>
    public async Task ForgetAsync(SentNote note) => await js.InvokeVoidAsync("localStorage.removeItem", Place);
}
