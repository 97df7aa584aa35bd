using System.Text.Json.Serialization;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Licences;

/// <summary>The right to use a product in one portal.</summary>
public sealed record LicenceView : IVersionedView
{
    public required string Id { get; init; }

    /// <summary>The key that an app is activated with.</summary>
    public required string Key { get; init; }

    public required LicenceStatus Status { get; init; }

    public required string ProductId { get; init; }

    public required string PlanId { get; init; }

    /// <summary>The plan's name when it was bought.</summary>
    public required string Edition { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>The normalised portal address.</summary>
    public required string Portal { get; init; }

    /// <summary>The portal's permanent id, once it is confirmed.</summary>
    public string? MemberId { get; init; }

    /// <summary>The midnight at which it ends; the day before is the last one covered.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static LicenceView Of(Licence licence, LicenceKeys keys, DateTimeOffset now) => new()
    {
        Id = licence.Id.Value,
        Key = keys.Open(licence.KeyCipher),
        Status = StatusAt(licence, now),
        ProductId = licence.ProductId.Value,
        PlanId = licence.PlanId.Value,
        Edition = licence.Edition,
        CustomerId = licence.CustomerId.Value,
        Portal = licence.Portal,
        MemberId = licence.MemberId,
        ValidUntil = licence.ValidUntil,
        CreatedAt = licence.CreatedAt,
        Version = licence.Version,
    };

    /// <summary>What it is at an instant; the row follows with the job of the same instant.</summary>
    public static LicenceStatus StatusAt(Licence licence, DateTimeOffset now) =>
        licence.Status == LicenceStatus.Active && now >= licence.ValidUntil ? LicenceStatus.Expired : licence.Status;
}
