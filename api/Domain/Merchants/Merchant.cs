using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Who sells.</summary>
public sealed class Merchant : IEntity, IVersioned
{
    private Merchant()
    {
    }

    public static string IdPrefix => "mer";

    public Id<Merchant> Id { get; private set; }

    public string Name { get; private set; } = "";

    public MerchantMode Mode { get; private set; }

    /// <summary>The currency of its books when nothing else is said.</summary>
    public Currency Currency { get; private set; }

    /// <summary>IANA name; days and due dates are this zone's.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Language of texts for which nothing else is known.</summary>
    public string Locale { get; private set; } = "";

    public MerchantSettings Settings { get; private set; } = new();

    /// <summary>How far a test merchant has moved its clock ahead of the system's.</summary>
    public TimeSpan ClockOffset { get; private set; }

    /// <summary>Set while its clock is being advanced: the instant of the last sign of life, so that a crash frees it.</summary>
    public DateTimeOffset? ClockAdvancingSince { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsTest => Mode == MerchantMode.Test;

    public static Merchant Create(
        Id<Merchant> id, string name, MerchantMode mode, Currency currency, string timeZone, string locale, DateTimeOffset now) => new()
        {
            Id = id,
            Name = name,
            Mode = mode,
            Currency = currency,
            TimeZone = timeZone,
            Locale = locale,
            CreatedAt = now,
        };

    public Calendar Calendar() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    public void Change(MerchantSettings settings) => Settings = settings;

    public void BeginAdvancing(DateTimeOffset systemNow) => ClockAdvancingSince = systemNow;

    public void MoveClock(DateTimeOffset to, DateTimeOffset systemNow) => ClockOffset = to - systemNow;

    public void EndAdvancing() => ClockAdvancingSince = null;
}

/// <summary>Whether money is real.</summary>
public enum MerchantMode
{
    Test,
    Live,
}
