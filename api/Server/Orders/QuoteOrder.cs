using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>What an order would cost. Nothing is stored.</summary>
public sealed record QuoteView
{
    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>What the terms' discounts take off.</summary>
    public required MoneyBody Discount { get; init; }

    /// <summary>The tax that the total contains.</summary>
    public required MoneyBody Tax { get; init; }

    /// <summary>What the named gateway puts on top; zero without a gateway.</summary>
    public required MoneyBody Surcharge { get; init; }

    /// <summary>What the invoice would be; the surcharge is not in it.</summary>
    public required MoneyBody Total { get; init; }
}

public sealed class QuoteOrder(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/orders/quote", ([FromServices] QuoteOrder endpoint, OrderRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(QuoteOrder), "Orders", "Says what an order would cost.")
        .ForKey("orders:read", orPublishable: true, orCustomer: true)
        .Refuses(
            OrderRefusals.PlanUnknown,
            OrderRefusals.PlanNotOnSale,
            OrderRefusals.TermNotOffered,
            OrderRefusals.QuantityNotAllowed,
            OrderRefusals.CurrencyMixed,
            OrderRefusals.AmountTooLarge,
            OrderRefusals.AmountZero,
            OrderRefusals.ProductTwice);

    public Task<Answer<QuoteView>> Handle(OrderRequest request, Call call, CancellationToken cancel) => reader.Read<Answer<QuoteView>>(
        call.Caller.MerchantId,
        async db =>
        {
            var cart = await CartReader.Read(db, request.Items, call.Caller, cancel);
            if (cart.Refused(out var refusal))
            {
                return refusal;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            var quote = OrderPricing.Price(cart.Value, merchant.Settings.Tax, LanguageCode.Parse(request.Locale ?? merchant.Locale).Code);
            return quote.Refused(out refusal) ? refusal : Show(quote.Value, merchant.Settings.SurchargeBasisPoints.GetValueOrDefault(request.Gateway ?? ""));
        });

    private static QuoteView Show(Quote quote, int surchargeBasisPoints) => new()
    {
        Lines = [.. quote.Lines.Select(line => LineView.Of(line, quote.Currency))],
        Discount = MoneyBody.Of(quote.DiscountMinor, quote.Currency),
        Tax = MoneyBody.Of(quote.TaxMinor, quote.Currency),
        Surcharge = MoneyBody.Of(Surcharge.On(quote.TotalMinor, surchargeBasisPoints), quote.Currency),
        Total = MoneyBody.Of(quote.Total),
    };
}
