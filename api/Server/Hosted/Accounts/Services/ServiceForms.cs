using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>What is done on a service's page: it is extended, extended by itself, or ended.</summary>
public sealed class ServiceForms(
    AccountDoor door, AccountForms forms, ServicePage page, RenewByForm renewals, UpdateSubscription updateSubscription, CancelSubscription cancelSubscription) : IPage
{
    public const string Renewals = "renewals";
    public const string AutoPay = "auto-pay";
    public const string AddOns = "add-ons";
    public const string Cancellation = "cancel";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            $"{ServicePage.Address}/{Renewals}",
            ([FromServices] ServiceForms page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Renew(merchantId, id, context, cancel));
        routes.MapPost(
            $"{ServicePage.Address}/{AutoPay}",
            ([FromServices] ServiceForms page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.ChooseAutoPay(merchantId, id, context, cancel));
        routes.MapPost(
            $"{ServicePage.Address}/{AddOns}",
            ([FromServices] ServiceForms page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.ChooseAddOns(merchantId, id, context, cancel));
        routes.MapPost(
            $"{ServicePage.Address}/{Cancellation}",
            ([FromServices] ServiceForms page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Cancel(merchantId, id, context, cancel));
    }

    /// <summary>Where one of the forms is sent.</summary>
    public static string PathOf(AccountVisit visit, string id, string form) => ServicePage.PathOf(visit, $"{id}/{form}");

    public Task<IResult> Renew(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var renewed = await renewals.Renew(visit, id, await PageForm.Read(context, cancel), cancel);
            return renewed.Refused(out var refusal) ? await page.ShowError(visit, id, visit.Say(refusal), cancel) : new SeeOther(renewed.Value);
        },
        cancel);

    /// <summary>Needs no key: chosen twice is chosen once, and what is chosen again after something else counts again.</summary>
    public Task<IResult> ChooseAutoPay(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            if (!Wire<AutoPayMethod>.TryParse((await PageForm.Read(context, cancel))["method"], provider: null, out var method))
            {
                return await page.ShowError(visit, id, visit.Texts.Text("problems.field.not_allowed"), cancel);
            }

            var request = new UpdateSubscriptionRequest { AutoPay = new Patch<AutoPayBody>(true, new AutoPayBody(method.Value)) };
            var wish = new FormWish(visit, PathOf(visit, id, AutoPay), Key: "");
            return await Answer(visit, id, await forms.Send<SubscriptionView>(wish, call => updateSubscription.Handle(id, request, call, cancel)), "auto_pay", cancel);
        },
        cancel);

    /// <summary>Those that are not ticked are switched off. Needs no key, as above.</summary>
    public Task<IResult> ChooseAddOns(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var request = new UpdateSubscriptionRequest { AddOns = new Patch<IReadOnlyList<string>>(true, (await PageForm.Read(context, cancel)).All("addOn")) };
            var wish = new FormWish(visit, PathOf(visit, id, AddOns), Key: "");
            return await Answer(visit, id, await forms.Send<SubscriptionView>(wish, call => updateSubscription.Handle(id, request, call, cancel)), "add_ons", cancel);
        },
        cancel);

    public Task<IResult> Cancel(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var wish = new FormWish(visit, PathOf(visit, id, Cancellation), (await PageForm.Read(context, cancel))["key"]);
            return await Answer(visit, id, await forms.Send<SubscriptionView>(wish, call => cancelSubscription.Handle(id, call, cancel)), "cancelled", cancel);
        },
        cancel);

    private async Task<IResult> Answer(AccountVisit visit, string id, Result<SubscriptionView> done, string notice, CancellationToken cancel) => done.Refused(out var refusal)
        ? await page.ShowError(visit, id, visit.Say(refusal), cancel)
        : new SeeOther(QueryHelpers.AddQueryString(ServicePage.PathOf(visit, id), ServicePage.NoticeParameter, notice));
}
