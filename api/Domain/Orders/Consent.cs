using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Orders;

/// <summary>That a buyer accepted one version of an agreement, when and from where.</summary>
public sealed class Consent : IEntity, IOwned
{
    private Consent()
    {
    }

    public static string IdPrefix => "con";

    public Id<Consent> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Order> OrderId { get; private set; }

    public Id<Agreement> AgreementId { get; private set; }

    /// <summary>The version's number within its series.</summary>
    public int AgreementNumber { get; private set; }

    public string DocumentHash { get; private set; } = "";

    public DateTimeOffset AcceptedAt { get; private set; }

    public string IpAddress { get; private set; } = "";

    public static Consent Record(Id<Consent> id, Order order, Agreement agreement, DateTimeOffset acceptedAt, string ipAddress) => new()
    {
        Id = id,
        MerchantId = order.MerchantId,
        OrderId = order.Id,
        AgreementId = agreement.Id,
        AgreementNumber = agreement.Number,
        DocumentHash = agreement.Hash,
        AcceptedAt = acceptedAt,
        IpAddress = ipAddress,
    };
}
