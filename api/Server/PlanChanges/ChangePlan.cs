using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>Which preview is confirmed.</summary>
public sealed record ChangePlanRequest
{
    [Line(Limits.CodeLength)]
    public required string PreviewId { get; init; }

    /// <summary>When money is missing: take what the balance has into reserve and make an invoice for the rest.</summary>
    public bool CreateInvoice { get; init; }
}

public sealed class ChangePlan(
    OnceWriter writer, InvoiceIssuing invoices, InvoiceClosing closing, PlanChangeReserve reserve, PlanChangeExecution execution, Links links, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions/{id}/plan-changes", ([FromServices] ChangePlan endpoint, string id, ChangePlanRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(ChangePlan), "Services", "Changes the tariff of a service: at once, or when the invoice for what is missing is paid.")
        .ForKey("orders:write", orCustomer: true)
        .Once()
        .Gives<PlanChangeView>()
        .Refuses(
            SubscriptionRefusals.NotFound,
            CustomerRefusals.AdministratorNeeded,
            PlanChangeRefusals.PreviewNotFound,
            PlanChangeRefusals.PreviewOutdated,
            PlanChangeRefusals.FundsMissing,
            PlanChangeRefusals.NotChangeable,
            PlanChangeRefusals.PlanDiffers,
            PlanChangeRefusals.SamePlan,
            PlanChangeRefusals.ChangedToday,
            SubscriptionRefusals.PaymentUndecided,
            InvoiceRefusals.PaymentUndecided);

    public Task<IResult> Handle(string id, ChangePlanRequest request, Call call, CancellationToken cancel) => writer.Write<PlanChangeView>(
        call,
        Turn.Of(new Id<Subscription>(id)),
        async (db, token) =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, token) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            if (!call.Caller.IsAdministrator)
            {
                return CustomerRefusals.AdministratorNeeded;
            }

            if (await db.PlanChanges.ById(request.PreviewId, token) is not { } change || change.SubscriptionId != subscription.Id)
            {
                return PlanChangeRefusals.PreviewNotFound;
            }

            return await Decide(db, subscription, change, request.CreateInvoice, token) is { } refusal
                ? refusal
                : Answer<PlanChangeView>.Found(() => PlanChangeView.Of(change, links));
        },
        cancel);

    private async Task<Refusal?> Decide(BillingDb db, Subscription subscription, PlanChange change, bool createInvoice, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        var plan = await db.Plans.SingleAsync(row => row.Id == change.PlanId, cancel);
        var offer = await PlanChangeOffer.Of(db, merchant, subscription, plan, now, cancel);
        if (offer.Refused(out var refusal))
        {
            return refusal;
        }

        if (!change.Holds(offer.Value.Terms))
        {
            return PlanChangeRefusals.PreviewOutdated;
        }

        if (change.Terms.Decision == PlanChangeDecision.Invoice && !createInvoice)
        {
            return PlanChangeRefusals.FundsMissing.Lacking(new Money(change.MissingMinor, change.Currency));
        }

        if (await CloseOpenInvoice(db, subscription, cancel) is { } undecided)
        {
            return undecided;
        }

        await Change(db, merchant, subscription, change, now, cancel);
        return null;
    }

    /// <summary>An extension that is open is of the old tariff; a change that waits gives way to this one.</summary>
    private async Task<Refusal?> CloseOpenInvoice(BillingDb db, Subscription subscription, CancellationToken cancel)
    {
        if (subscription.OpenInvoiceId is not { } open)
        {
            return null;
        }

        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == open, cancel);
        return await closing.Close(db, invoice, InvoiceStatus.Cancelled, EventTypes.InvoiceCancelled, cancel);
    }

    private async Task Change(BillingDb db, Merchant merchant, Subscription subscription, PlanChange change, DateTimeOffset now, CancellationToken cancel)
    {
        var funds = await CustomerFunds.Hold(db, change.CustomerId, change.Currency, cancel);
        if (funds.MissingFor(change.Terms.FromBalance) > 0)
        {
            // It was the offer's a moment ago: another change of this service has reserved it meanwhile and is not seen here yet.
            throw new DbUpdateConcurrencyException($"The balance of {change.CustomerId} does not hold {change.Terms.FromBalance}.");
        }

        var part = funds.Draw(change.Terms.FromBalance);
        if (change.Terms.Decision == PlanChangeDecision.Now)
        {
            await execution.Execute(db, merchant, change, part, now, cancel);
            return;
        }

        var customer = await db.Customers.SingleAsync(row => row.Id == change.CustomerId, cancel);
        var quote = BalanceQuote.PlanChange(new Money(change.MissingMinor, change.Currency), change.Line.PlanName, customer.Locale);
        var draft = new InvoiceDraft(merchant.Id, customer.Id, InvoicePurpose.PlanChange, customer.Locale)
        {
            ExpiresBy = PlanChange.ExpiresAt(DateTimeOffset.MaxValue, subscription.PaidUntil, now),
        };
        var invoice = invoices.Issue(db, merchant, draft, quote);
        subscription.Open(invoice.Id);
        await reserve.Take(db, change, invoice.Id, part, now, cancel);
    }
}
