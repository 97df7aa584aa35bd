using BillingHeadless.Tests.Benchmarks.Purchases;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>Our payments against the provider's own book, payment by payment.</summary>
/// <param name="Lost">Charged there, not succeeded here.</param>
/// <param name="Doubled">Charged there more than once for one payment of ours.</param>
/// <param name="Invented">Succeeded here, not charged there.</param>
public sealed record BookComparison(int Lost, int Doubled, int Invented)
{
    public bool IsEqual => (Lost, Doubled, Invented) == (0, 0, 0);

    public static async Task<BookComparison> Make(TestDatabase database, ProviderBook book)
    {
        var ours = (await database.Column("select merchant_reference from payments where status = 'Succeeded'")).ToHashSet();
        var charged = await book.References();
        return new BookComparison(
            charged.Distinct().Count(reference => !ours.Contains(reference)),
            charged.Count - charged.Distinct().Count(),
            ours.Except(charged).Count());
    }
}
