using System.Globalization;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Which lines of the journal are shown, as its address says it: what is not understood is left out.</summary>
public sealed record JournalFilter
{
    private const string KindParameter = "kind";
    private const string FromParameter = "from";
    private const string ToParameter = "to";
    private const string ServiceParameter = "service";
    private const string DateFormat = "yyyy-MM-dd";
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    public EntryKind? Kind { get; init; }

    /// <summary>The first day.</summary>
    public string? From { get; init; }

    /// <summary>The last day, included.</summary>
    public string? To { get; init; }

    public string? Service { get; init; }

    public bool IsEmpty => this == new JournalFilter();

    public static JournalFilter Read(IQueryCollection query) => new()
    {
        Kind = Wire<EntryKind>.TryParse(query[KindParameter], provider: null, out var kind) ? kind.Value : null,
        From = Day(query[FromParameter]) is null ? null : query[FromParameter].ToString(),
        To = Day(query[ToParameter]) is null ? null : query[ToParameter].ToString(),
        Service = Id<Domain.Subscriptions.Subscription>.Parse(query[ServiceParameter])?.Value,
    };

    public ListOperationsFilter ToOperations(Domain.Kernel.Calendar calendar) => new()
    {
        Kind = Kind is { } kind ? new Wire<EntryKind>(kind) : null,
        From = Day(From) is { } from ? calendar.StartOf(from) : null,
        To = Day(To) is { } to ? calendar.StartOf(to.AddDays(1)) : null,
        SubscriptionId = Service,
    };

    /// <summary>The address with these filters, so that turning the page keeps them.</summary>
    public string AddTo(string path)
    {
        (string Name, string? Value)[] values =
        [
            (KindParameter, Kind is { } kind ? OutcomeNames.Of(kind) : null),
            (FromParameter, From),
            (ToParameter, To),
            (ServiceParameter, Service),
        ];
        return values.Where(entry => entry.Value is not null).Aggregate(path, (address, entry) => QueryHelpers.AddQueryString(address, entry.Name, entry.Value!));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest ? day : null;
}
