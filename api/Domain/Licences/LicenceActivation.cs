using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Licences;

/// <summary>That an installation uses a licence. Activating the same binding again is the same activation.</summary>
public sealed class LicenceActivation : IEntity, IOwned
{
    private LicenceActivation()
    {
    }

    public static string IdPrefix => "lac";

    public Id<LicenceActivation> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Licence> LicenceId { get; private set; }

    /// <summary><c>portal:…</c> or <c>fingerprint:…</c>.</summary>
    public string Binding { get; private set; } = "";

    public DateTimeOffset ActivatedAt { get; private set; }

    public DateTimeOffset? DeactivatedAt { get; private set; }

    public static LicenceActivation Bind(Id<LicenceActivation> id, Licence licence, string binding, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = licence.MerchantId,
        LicenceId = licence.Id,
        Binding = binding,
        ActivatedAt = now,
    };

    public void Renew() => DeactivatedAt = null;

    public void Release(DateTimeOffset now) => DeactivatedAt ??= now;
}
