using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>A page of a list: newest first; the cursor says where the next one begins.</summary>
public sealed record PageView<T>(IReadOnlyList<T> Data, string? NextCursor);

/// <summary>Which page is asked for.</summary>
public sealed record PageRequest(
    [property: FromQuery(Name = "limit"), Range(1, Limits.PageSize)] int? Limit,
    [property: FromQuery(Name = "cursor"), StringLength(100)] string? Cursor)
{
    public int Size => Limit ?? Limits.DefaultPageSize;

    /// <summary>The id after which the page begins, or null for the first; an unreadable cursor begins anew.</summary>
    public string? After => Cursor is null ? null : Decode(Cursor);

    public static string Encode(string id) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(id));

    private static string Decode(string cursor)
    {
        try
        {
            return Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (FormatException)
        {
            throw new BadHttpRequestException("The cursor is not one that a list has given.");
        }
    }
}

public static class Paging
{
    /// <summary>Reads one row more than asked for, to know whether there is a next page.</summary>
    public static async Task<PageView<TView>> ToPage<TRow, TView>(
        this IQueryable<TRow> rows, PageRequest page, Func<TRow, string> id, Func<TRow, TView> view, CancellationToken cancel)
    {
        var found = await rows.Take(page.Size + 1).ToListAsync(cancel);
        var shown = found.Take(page.Size).ToList();
        return new PageView<TView>([.. shown.Select(view)], found.Count > page.Size ? PageRequest.Encode(id(shown[^1])) : null);
    }
}
