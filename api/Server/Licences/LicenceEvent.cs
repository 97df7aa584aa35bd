using BillingHeadless.Domain.Licences;

namespace BillingHeadless.Server.Licences;

/// <summary>What events say of a licence; never its key.</summary>
public sealed record LicenceEvent(
    string LicenceId, string ProductId, string PlanId, string Edition, string CustomerId, string Portal, LicenceStatus Status, DateTimeOffset ValidUntil)
{
    public static LicenceEvent Of(Licence licence) => new(
        licence.Id.Value, licence.ProductId.Value, licence.PlanId.Value, licence.Edition, licence.CustomerId.Value, licence.Portal, licence.Status, licence.ValidUntil);
}
