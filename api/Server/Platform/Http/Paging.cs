using System.Globalization;
using System.Text;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>A page of a list: newest first; the cursor says where the next one begins.</summary>
/// <param name="Data">The entries of this page.</param>
/// <param name="NextCursor">What to give as the cursor for the next page; null when this is the last.</param>
public sealed record PageView<T>(IReadOnlyList<T> Data, string? NextCursor);

/// <summary>Which page is asked for.</summary>
public sealed record PageRequest
{
    /// <summary>How many entries at most.</summary>
    [FromQuery(Name = "limit"), Between(1, Limits.PageSize)]
    public int? Limit { get; init; }

    /// <summary>Where the page begins: the nextCursor of the page before.</summary>
    [FromQuery(Name = "cursor"), Line(Limits.CursorLength)]
    public string? Cursor { get; init; }

    public int Size => Limit ?? Limits.DefaultPageSize;

    /// <summary>The place after which the page begins, as the page before has written it; null for the first page.</summary>
    /// <exception cref="BadHttpRequestException">No list has given this cursor.</exception>
    public string? After => Cursor is null ? null : Decode(Cursor);

    /// <summary>The same for lists that are ordered by a number.</summary>
    /// <exception cref="BadHttpRequestException">No such list has given this cursor.</exception>
    public long? AfterNumber => After is not { } place
        ? null
        : long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(null);

    public static string Encode(string place) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(place));

    private static string Decode(string cursor)
    {
        try
        {
            var place = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor));
            return place.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? place : throw new FormatException();
        }
        catch (FormatException exception)
        {
            throw Unreadable(exception);
        }
    }

    private static BadHttpRequestException Unreadable(Exception? exception) => new("Failed to bind parameter \"string cursor\".", exception!);
}

public static class Paging
{
    /// <summary>The rows of a page and of all after it, newest first: ids sort by creation.</summary>
    public static IQueryable<TRow> NewestFirst<TRow>(this IQueryable<TRow> rows, PageRequest page)
        where TRow : class, IEntity
    {
        const string IdColumn = "Id";
        var rest = page.After is { } after && new Id<TRow>(after) is var last ? rows.Where(row => EF.Property<Id<TRow>>(row, IdColumn) < last) : rows;
        return rest.OrderByDescending(row => EF.Property<Id<TRow>>(row, IdColumn));
    }

    /// <summary>Reads one row more than asked for, to know whether there is a next page.</summary>
    public static async Task<PageView<TView>> ToPage<TRow, TView>(
        this IQueryable<TRow> rows, PageRequest page, Func<TRow, string> place, Func<TRow, TView> view, CancellationToken cancel)
    {
        var found = await rows.Take(page.Size + 1).ToListAsync(cancel);
        var shown = found.Take(page.Size).ToList();
        return new PageView<TView>([.. shown.Select(view)], found.Count > page.Size ? PageRequest.Encode(place(shown[^1])) : null);
    }
}
