using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.PlanChanges;

/// <summary>To which tariff.</summary>
public sealed record PreviewPlanChangeRequest
{
    [Line(Limits.CodeLength)]
    public required string PlanId { get; init; }
}

public sealed class PreviewPlanChange(IWriter writer, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions/{id}/plan-changes/preview", ([FromServices] PreviewPlanChange endpoint, string id, PreviewPlanChangeRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(PreviewPlanChange), "Services", "Says what a tariff change would come to; nothing is changed.")
        .ForKey("orders:write", orCustomer: true)
        .Refuses(
            SubscriptionRefusals.NotFound,
            CustomerRefusals.AdministratorNeeded,
            CatalogRefusals.PlanNotFound,
            SubscriptionRefusals.PaymentUndecided,
            PlanChangeRefusals.NotChangeable,
            PlanChangeRefusals.CurrencyDiffers,
            PlanChangeRefusals.SamePlan,
            PlanChangeRefusals.PlanDiffers,
            PlanChangeRefusals.ChangedToday,
            OrderRefusals.TermNotOffered);

    public Task<Answer<PlanChangePreviewView>> Handle(string id, PreviewPlanChangeRequest request, Call call, CancellationToken cancel) =>
        writer.Write(call.Caller.MerchantId, Turn.Of(new Id<Subscription>(id)), (db, token) => Preview(db, id, request, call.Caller, token), cancel);

    private async Task<Answer<PlanChangePreviewView>> Preview(BillingDb db, string id, PreviewPlanChangeRequest request, Caller caller, CancellationToken cancel)
    {
        if (await SubscriptionFinder.Find(db, id, caller, cancel) is not { } subscription)
        {
            return SubscriptionRefusals.NotFound;
        }

        if (!caller.IsAdministrator)
        {
            return CustomerRefusals.AdministratorNeeded;
        }

        if (await db.Plans.ById(request.PlanId, cancel) is not { } plan)
        {
            return CatalogRefusals.PlanNotFound;
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var now = clock.NowOf(merchant);
        var offer = await PlanChangeOffer.Of(db, merchant, subscription, plan, now, cancel);
        if (offer.Refused(out var refusal))
        {
            return refusal;
        }

        var change = PlanChange.Preview(ids.New<PlanChange>(), subscription, offer.Value.Quote, offer.Value.Terms, offer.Value.Credit, now);
        db.PlanChanges.Add(change);
        return PlanChangePreviewView.Of(change);
    }
}
