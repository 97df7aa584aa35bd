using System.Net;
using System.Net.Sockets;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Which addresses a plugin may reach: public ones. A name that a merchant or a buyer gave can lead to the machine itself,
/// to its neighbours or to a cloud's metadata service, and none of these are theirs to see (server-side request forgery).
/// </summary>
public static class AddressGuard
{
    // The special-purpose registries of IANA (RFC 6890 and its updates).
    private static readonly IPNetwork[] NotPublic4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within the global block: documentation, and those that carry an IPv4 address, which could be any.
    private static readonly IPNetwork[] NotPublic6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether the address may be reached.</summary>
    /// <param name="address">IPv4 or IPv6.</param>
    /// <param name="allowLoopback">True for a merchant in test mode, whose gateway may be on this machine.</param>
    public static bool Allows(IPAddress address, bool allowLoopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (allowLoopback && IPAddress.IsLoopback(plain))
        {
            return true;
        }

        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublic4.Any(network => network.Contains(plain))
            : Global6.Contains(plain) && !NotPublic6.Any(network => network.Contains(plain));
    }
}
