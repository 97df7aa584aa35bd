using System.Globalization;
using System.Text;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Plugins;

namespace BillingHeadless.Server.Platform.Operations;

/// <summary>How many versions of each plugin this process has in memory: a number that only rises says that replaced ones do not leave.</summary>
public sealed class PluginFigures(PluginRack plugins)
{
    private const string Name = "billing_plugin_contexts";

    public string Write()
    {
        var text = new StringBuilder($"# HELP {Name} Versions of a plugin in memory: loaded, unloading, or pinned there for good.\n# TYPE {Name} gauge\n");
        foreach (var slot in plugins.Catalogue.AllSlots)
        {
            var pinned = slot.Pinned;
            Add(text, slot, "loaded", slot.Older.Count + (slot.Current is null ? 0 : 1));
            Add(text, slot, "unloading", slot.Unloading.Count - pinned);
            Add(text, slot, "pinned", pinned);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, PluginSlot slot, string state, int count) =>
        text.Append(CultureInfo.InvariantCulture, $"{Name}{{plugin=\"{slot.Id}\",state=\"{state}\"}} {count}\n");
}
