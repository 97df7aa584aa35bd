using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Licences;

/// <summary>Rulings 6, 8, 9 and 13, rule A1.</summary>
public sealed class LicenceTests
{
    private readonly Samples samples = new();

    [Fact]
    public void A_first_payment_makes_it_active_from_today()
    {
        var licence = Paid(Samples.Now, 12);
        Assert.Equal((LicenceStatus.Active, new DateOnly(2027, 11, 21)), (licence.Status, licence.EndsOn));
        Assert.Equal(Samples.Kyiv.StartOf(new DateOnly(2027, 11, 21)), licence.ValidUntil);
        Assert.True(licence.CoversAt(licence.ValidUntil.AddTicks(-10)));
        Assert.False(licence.CoversAt(licence.ValidUntil));
    }

    [Fact]
    public void Extensions_of_a_running_licence_add_up_from_the_old_anchor()
    {
        var january = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        var licence = Paid(january, 1);
        Assert.Equal(new DateOnly(2026, 2, 28), licence.EndsOn);
        Extend(licence, january.AddDays(5), 1);
        Assert.Equal(new DateOnly(2026, 3, 31), licence.EndsOn);
        Extend(licence, january.AddDays(6), 12);
        Assert.Equal(new DateOnly(2027, 3, 31), licence.EndsOn);
    }

    [Fact]
    public void A_lapsed_licence_starts_a_new_anchor_today()
    {
        var licence = Paid(Samples.Now, 1);
        licence.Expire();
        Extend(licence, Samples.Now.AddDays(100), 1);
        Assert.Equal((new DateOnly(2027, 3, 1), new DateOnly(2027, 4, 1)), (licence.Anchor, licence.EndsOn));
    }

    [Fact]
    public void A_refund_takes_back_exactly_its_months_and_later_ones_move_up()
    {
        var licence = Paid(Samples.Now, 12);
        var second = Extend(licence, Samples.Now.AddDays(1), 1);
        Extend(licence, Samples.Now.AddDays(2), 12);
        licence.TakeBack([licence.Terms[0]], Samples.Kyiv, Samples.Now.AddDays(3));
        Assert.Equal(new DateOnly(2027, 12, 21), licence.EndsOn);
        licence.TakeBack([second], Samples.Kyiv, Samples.Now.AddDays(3));
        Assert.Equal(new DateOnly(2027, 11, 21), licence.EndsOn);
    }

    [Fact]
    public void The_end_is_never_moved_before_today()
    {
        var licence = Paid(Samples.Now, 1);
        Extend(licence, Samples.Now.AddDays(10), 12);
        var later = Samples.Now.AddDays(60);
        licence.TakeBack([licence.Terms[1]], Samples.Kyiv, later);
        Assert.Equal((LicenceStatus.Active, Samples.Kyiv.DateOf(later)), (licence.Status, licence.EndsOn));
    }

    [Fact]
    public void A_licence_with_no_paid_month_left_is_revoked_at_once()
    {
        var licence = Paid(Samples.Now, 12);
        licence.TakeBack([licence.Terms[0]], Samples.Kyiv, Samples.Now.AddDays(3));
        Assert.Equal(LicenceStatus.Revoked, licence.Status);
        Assert.False(licence.CoversAt(Samples.Now.AddDays(3)));
        Assert.Equal(Samples.Now.AddDays(3), licence.ValidUntil);
    }

    [Fact]
    public void A_revoked_licence_can_be_bought_again()
    {
        var licence = Paid(Samples.Now, 12);
        licence.TakeBack([licence.Terms[0]], Samples.Kyiv, Samples.Now);
        Extend(licence, Samples.Now.AddDays(1), 1);
        Assert.Equal((LicenceStatus.Active, new DateOnly(2026, 12, 22)), (licence.Status, licence.EndsOn));
    }

    [Fact]
    public void The_first_confirmed_member_id_stays()
    {
        var licence = Paid(Samples.Now, 1);
        licence.Confirm("member-1");
        licence.Confirm("member-2");
        Assert.Equal("member-1", licence.MemberId);
    }

    private Licence Paid(DateTimeOffset now, int months)
    {
        var subject = new LicenceSubject(samples.Merchant, samples.Product().Id, samples.Ids.New<Customer>(), "firm.bitrix24.ua");
        var licence = Licence.Create(samples.Ids.New<Licence>(), subject, "hash", "cipher", now);
        Extend(licence, now, months);
        return licence;
    }

    private LicenceTerm Extend(Licence licence, DateTimeOffset now, int months) => licence.Extend(
        samples.Ids.New<LicenceTerm>(),
        new PaidMonths(samples.Ids.New<Invoice>(), samples.Ids.New<InvoiceLine>(), samples.Plan(samples.Product()).Id, "Pro", months),
        Samples.Kyiv,
        now);
}
