using System.Text.Json;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>A place in a manifest that is being read. Every mistake goes into the shared list, with the place's pointer.</summary>
internal sealed class ManifestNode(JsonElement element, string pointer, ManifestProblems problems)
{
    public JsonElement Element => element;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public void Problem(string text) => problems.Add(pointer, text);

    /// <summary>The member, or null when it is absent.</summary>
    public ManifestNode? Member(string name) =>
        IsObject && element.TryGetProperty(name, out var member) ? At(name, member) : null;

    /// <summary>The member; its absence is a problem.</summary>
    public ManifestNode? Required(string name, string meaning)
    {
        var member = Member(name);
        if (member is null)
        {
            Problem($"Add \"{name}\": {meaning}.");
        }

        return member;
    }

    /// <summary>Members and their names; refuses anything that is no object and any name that is not known.</summary>
    public bool IsObjectOf(params ReadOnlySpan<string> known)
    {
        if (!IsObject)
        {
            Problem("This must be a JSON object.");
            return false;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                At(member.Name, member.Value).Problem($"Remove \"{member.Name}\": it is not known here; known are {string.Join(", ", known.ToArray())}.");
            }
        }

        return true;
    }

    public IEnumerable<(string Name, ManifestNode Node)> Members() =>
        element.EnumerateObject().Select(member => (member.Name, At(member.Name, member.Value)));

    public IEnumerable<ManifestNode> Items() => element.EnumerateArray().Select((item, at) => At(at.ToString(), item));

    /// <summary>A list of at most so many items; null and a problem when it is none.</summary>
    public IReadOnlyList<ManifestNode>? List(int most)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > most)
        {
            Problem($"This must be a list of at most {most} items.");
            return null;
        }

        return [.. Items()];
    }

    /// <summary>A text of 1 to so many characters; null and a problem when it is none.</summary>
    public string? Text(int longest)
    {
        if (element.ValueKind != JsonValueKind.String || element.GetString() is not { Length: > 0 } text || text.Length > longest)
        {
            Problem($"This must be a text of 1 to {longest} characters.");
            return null;
        }

        return text;
    }

    /// <summary>True or false; false and a problem when it is neither.</summary>
    public bool Flag()
    {
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Problem("This must be true or false.");
            return false;
        }

        return element.GetBoolean();
    }

    /// <summary>A whole number; null and a problem when it is none.</summary>
    public long? Number()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number))
        {
            Problem("This must be a whole number.");
            return null;
        }

        return number;
    }

    private ManifestNode At(string name, JsonElement child) =>
        new(child, $"{pointer}/{name.Replace("~", "~0").Replace("/", "~1")}", problems);
}

/// <summary>The problems of one manifest, in the order in which they were found, up to a bound.</summary>
internal sealed class ManifestProblems
{
    private readonly List<ManifestProblem> found = [];

    public IReadOnlyList<ManifestProblem> Found => found;

    public void Add(string pointer, string text)
    {
        if (found.Count < HostingLimits.ManifestProblems)
        {
            found.Add(new ManifestProblem(PluginManifest.FileName, pointer, text));
        }
    }
}
