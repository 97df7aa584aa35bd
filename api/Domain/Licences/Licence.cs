using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Licences;

/// <summary>
/// The right to use a product in one portal. It starts with the payment that settles its order and ends at the midnight
/// that its paid months lead to, counted from one anchor (rulings 8, 9, 13).
/// </summary>
public sealed class Licence : IEntity, IOwned, IVersioned
{
    private static readonly Transitions<LicenceStatus> Moves = new(
        (LicenceStatus.Active, LicenceStatus.Expired),
        (LicenceStatus.Active, LicenceStatus.Revoked),
        (LicenceStatus.Expired, LicenceStatus.Active),
        (LicenceStatus.Expired, LicenceStatus.Revoked),
        (LicenceStatus.Revoked, LicenceStatus.Active));

    private readonly List<LicenceTerm> terms = [];

    private Licence()
    {
    }

    public static string IdPrefix => "lic";

    public Id<Licence> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Product> ProductId { get; private set; }

    public Id<Plan> PlanId { get; private set; }

    /// <summary>The plan's name when it was bought.</summary>
    public string Edition { get; private set; } = "";

    public Id<Customer> CustomerId { get; private set; }

    /// <summary>The normalised address; it follows renames once the member id is known.</summary>
    public string Portal { get; private set; } = "";

    /// <summary>The portal's permanent id, once an activator has confirmed it.</summary>
    public string? MemberId { get; private set; }

    /// <summary>A keyed hash to find it by, and the key encrypted to show it by.</summary>
    public string KeyHash { get; private set; } = "";

    public string KeyCipher { get; private set; } = "";

    public LicenceStatus Status { get; private set; }

    /// <summary>The day from which the paid months are counted.</summary>
    public DateOnly Anchor { get; private set; }

    /// <summary>The first day that is not covered any more.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The midnight at which that day begins.</summary>
    public DateTimeOffset ValidUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<LicenceTerm> Terms => terms;

    public static Licence Create(Id<Licence> id, LicenceSubject subject, string keyHash, string keyCipher, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = subject.MerchantId,
        ProductId = subject.ProductId,
        CustomerId = subject.CustomerId,
        Portal = subject.Portal,
        KeyHash = keyHash,
        KeyCipher = keyCipher,
        Status = LicenceStatus.Expired,
        CreatedAt = now,
    };

    /// <summary>Whether it covers an instant, whatever its row says: the row follows a moment later.</summary>
    public bool CoversAt(DateTimeOffset now) => Status == LicenceStatus.Active && now < ValidUntil;

    /// <summary>Whether it covers an instant with another edition than this plan's: then it is neither extended nor replaced by it.</summary>
    public bool RunsAnother(Id<Plan> plan, DateTimeOffset now) => CoversAt(now) && PlanId != plan;

    /// <summary>The line whose months were paid for last, of those that count; null when none do.</summary>
    public Id<InvoiceLine>? LastLine => CurrentTerms().MaxBy(term => (term.PaidAt, term.Id.Value))?.InvoiceLineId;

    /// <summary>Adds paid months: to the old anchor while it runs, from today when it has lapsed. Two extensions always add up.</summary>
    public LicenceTerm Extend(Id<LicenceTerm> termId, PaidMonths paid, Calendar calendar, DateTimeOffset now)
    {
        var today = calendar.DateOf(now);
        if (!CoversAt(now))
        {
            Anchor = today;
        }

        var term = LicenceTerm.Pay(termId, this, paid, now);
        terms.Add(term);
        RunAs(paid.PlanId, paid.Edition);
        Status = Status == LicenceStatus.Active ? Status : Moves.Move(Status, LicenceStatus.Active);
        EndOn(LastDayPaid(), calendar);
        return term;
    }

    /// <summary>Takes back exactly the months of refunded lines; later months move up, and the end is never before today.</summary>
    public void TakeBack(IReadOnlyCollection<LicenceTerm> refunded, Calendar calendar, DateTimeOffset now)
    {
        foreach (var term in refunded)
        {
            term.TakeBack();
        }

        if (Status == LicenceStatus.Revoked)
        {
            return;
        }

        var today = calendar.DateOf(now);
        var paidUntil = LastDayPaid();
        if (CurrentTerms().Any())
        {
            EndOn(paidUntil > today || EndsOn <= today ? paidUntil : today, calendar);
            return;
        }

        Status = Moves.Move(Status, LicenceStatus.Revoked);
        if (now < ValidUntil)
        {
            EndsOn = today;
            ValidUntil = now;
        }
    }

    /// <summary>What has been paid for last decides the edition; after a refund that is an earlier line.</summary>
    public void RunAs(Id<Plan> plan, string edition) => (PlanId, Edition) = (plan, edition);

    public void Expire() => Status = Moves.Move(Status, LicenceStatus.Expired);

    public void Confirm(string memberId) => MemberId ??= memberId;

    public void MoveTo(string portal) => Portal = portal;

    private IEnumerable<LicenceTerm> CurrentTerms() => terms.Where(term => term.IsPaid && term.Anchor == Anchor);

    private DateOnly LastDayPaid() => Months.After(Anchor, CurrentTerms().Sum(term => term.Months));

    private void EndOn(DateOnly date, Calendar calendar)
    {
        EndsOn = date;
        ValidUntil = calendar.StartOf(date);
    }
}

public enum LicenceStatus
{
    Active,
    Expired,
    Revoked,
}

/// <summary>Whose licence, for what and where.</summary>
public sealed record LicenceSubject(Id<Merchant> MerchantId, Id<Product> ProductId, Id<Customer> CustomerId, string Portal);
