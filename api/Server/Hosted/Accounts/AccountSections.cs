using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>The pages of an account, and for whom of several customers one looks at them.</summary>
public sealed record AccountSections
{
    public const string Overview = "overview";
    public const string Services = "services";
    public const string Invoices = "invoices";
    public const string Balance = "balance";
    public const string Cards = "cards";
    public const string Journal = "journal";

    private const string CustomerParameter = "customer";
    private static readonly string[] All = [Overview, Services, Invoices, Balance, Cards, Journal];

    public required IReadOnlyList<SectionLink> Links { get; init; }

    /// <summary>The same page for each customer that the visitor acts for; empty when there is no choice.</summary>
    public required IReadOnlyList<SeatLink> Seats { get; init; }

    /// <summary>The seat that a request asks for.</summary>
    public static Seat? SeatOf(Visit visit, HttpContext context) => visit.Visitor?.SeatFor(context.Request.Query[CustomerParameter]);

    public static AccountSections Of(Visit visit, string current, Seat? seat) => new()
    {
        Links = [.. SectionsOf(visit).Select(section => new SectionLink(section, PathOf(visit.Merchant.Id, section, section == Overview ? null : seat), section == current))],
        Seats = current == Overview || visit.Visitor is not { Seats.Count: > 1 } visitor
            ? []
            : [.. visitor.Seats.Select(other => new SeatLink(other.Name, PathOf(visit.Merchant.Id, current, other), other == seat))],
    };

    /// <summary>Saved cards are a matter of merchants that save some.</summary>
    private static IEnumerable<string> SectionsOf(Visit visit) => All.Where(section => section != Cards || visit.Merchant.Settings.SavedMethods);

    public static string PathOf(Id<Merchant> merchant, string section, Seat? seat)
    {
        var path = section == Overview ? Platform.Http.Links.AccountPath(merchant) : $"{Platform.Http.Links.AccountPath(merchant)}/{section}";
        return seat is null ? path : QueryHelpers.AddQueryString(path, CustomerParameter, seat.CustomerId.Value);
    }
}

/// <summary>A page of the account.</summary>
public sealed record SectionLink(string Name, string Url, bool Current);

/// <summary>The page for another customer.</summary>
public sealed record SeatLink(string Name, string Url, bool Current);
