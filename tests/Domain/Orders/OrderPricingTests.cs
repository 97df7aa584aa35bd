using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.Orders;

/// <summary>Rulings 1 and 8, rule A1.</summary>
public sealed class OrderPricingTests
{
    private static readonly TaxSettings Registered = new() { Registered = true };
    private readonly Samples samples = new();

    [Fact]
    public void A1_a_year_is_a_fifth_cheaper_than_twelve_months()
    {
        var quote = OrderPricing.Price([samples.Item(months: 12)], Registered, "en").Value;
        Assert.Equal(191_040, quote.TotalMinor);
        Assert.Equal(47_760, quote.DiscountMinor);
    }

    [Theory]
    [InlineData(333, 12, 1, 2_000, 3_197)]
    [InlineData(1, 1, 1, 5_000, 1)]
    [InlineData(1, 1, 1, 5_001, 0)]
    [InlineData(19_900, 1, 3, 0, 59_700)]
    public void A_line_is_rounded_half_up_once(long price, int months, int quantity, int discount, long gross) =>
        Assert.Equal(gross, (long)OrderPricing.Gross(price, months, quantity, discount));

    [Fact]
    public void A_discount_belongs_to_exactly_its_term_and_another_term_is_refused() =>
        Assert.Equal(OrderRefusals.TermNotOffered, OrderPricing.Price([samples.Item(months: 11)], Registered, "en").Refusal);

    [Fact]
    public void A_term_for_partners_is_not_offered_to_others() =>
        Assert.Equal(OrderRefusals.TermNotOffered, OrderPricing.Price([samples.Item(months: 24)], Registered, "en").Refusal);

    [Fact]
    public void A_portal_bound_licence_has_quantity_one() =>
        Assert.Equal(OrderRefusals.QuantityNotAllowed, OrderPricing.Price([samples.Item(quantity: 2)], Registered, "en").Refusal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void A_quantity_beyond_reason_is_refused(int quantity) =>
        Assert.Equal(
            OrderRefusals.QuantityNotAllowed, OrderPricing.Price([samples.Item(quantity: quantity, kind: ProductKind.Service)], Registered, "en").Refusal);

    [Fact]
    public void Currencies_do_not_mix_in_one_order()
    {
        var product = samples.Product(ProductKind.Service);
        var dollars = new PricedItem(product, samples.Plan(product, currency: "USD"), 1, 1);
        Assert.Equal(OrderRefusals.CurrencyMixed, OrderPricing.Price([samples.Item(), dollars], Registered, "en").Refusal);
    }

    [Fact]
    public void A_licence_of_one_product_stands_in_an_order_once()
    {
        var product = samples.Product();
        var (pro, light) = (samples.Plan(product), samples.Plan(product, 100));
        Assert.Equal(
            OrderRefusals.ProductTwice,
            OrderPricing.Price([new PricedItem(product, pro, 1, 1), new PricedItem(product, light, 1, 1)], Registered, "en").Refusal);
    }

    [Fact]
    public void Totals_beyond_the_limit_and_free_items_are_refused()
    {
        Assert.Equal(
            OrderRefusals.AmountTooLarge,
            OrderPricing.Price([samples.Item(1_000_000_000_000, 12, 10_000, kind: ProductKind.Service)], Registered, "en").Refusal);
        Assert.Equal(OrderRefusals.AmountZero, OrderPricing.Price([samples.Item(price: 0)], Registered, "en").Refusal);
    }

    [Fact]
    public void Tax_is_contained_in_the_price_and_rounded_once_per_rate()
    {
        var quote = OrderPricing.Price(
            [samples.Item(10_01, kind: ProductKind.Service), samples.Item(10_01, kind: ProductKind.Service), samples.Item(10_01, kind: ProductKind.Service), samples.Item(500, taxRate: 0)],
            Registered,
            "en").Value;
        Assert.Equal(TaxGroup.Contained(30_03, 2_000), quote.TaxMinor);
        Assert.All(quote.Lines, line => Assert.Equal(line.GrossMinor, line.NetMinor + line.TaxMinor));
    }

    [Fact]
    public void Twenty_per_cent_contained_in_1250_50_are_208_42() => Assert.Equal(208_42, TaxGroup.Contained(1_250_50, 2_000));

    [Fact]
    public void Who_is_not_registered_charges_no_tax()
    {
        var line = Assert.Single(OrderPricing.Price([samples.Item()], new TaxSettings(), "en").Value.Lines);
        Assert.Equal((0, TaxGroup.NotTaxed), (line.TaxMinor, line.TaxCategory));
    }

    [Fact]
    public void Random_carts_always_add_up()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var items = Enumerable.Range(0, random.Next(1, 8))
                .Select(_ => samples.Item(random.NextInt64(1, 10_000_000), random.Next(2) == 0 ? 1 : 12, random.Next(1, 50), random.Next(0, 3_000), ProductKind.Service))
                .ToArray();
            var quote = OrderPricing.Price(items, Registered, "en").Value;
            Assert.Equal(quote.TotalMinor, quote.Lines.Sum(line => line.NetMinor) + quote.TaxMinor);
            Assert.All(quote.Lines, line => Assert.InRange(line.TaxMinor, 0, line.GrossMinor));
        }
    }
}
