using System.Data.Common;

namespace Nectar.Web.Live;

/// <summary>Reads of the journal, whose failing a page says instead of failing itself.</summary>
internal static class JournalReading
{
    /// <summary>What <paramref name="read"/> gives; unavailable where the journal cannot be read.</summary>
    public static async Task<Reading<T>> OfAsync<T>(Func<Task<Reading<T>>> read)
    {
        try
        {
            return await read();
        }
        catch (DbException e)
        {
            return new Reading<T>.Unavailable($"the journal cannot be read: {e.Message}");
        }
    }
}
