using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Looks through a plugin's own code, without loading it, for what <see cref="ForbiddenApis"/> lists. Its own code is every assembly
/// that knows the contract. It finds mistakes; it is no wall against malice, which could hide its calls.
/// </summary>
public static class ApiScan
{
    private static readonly string ContractName = typeof(ContractVersion).Assembly.GetName().Name!;

    /// <summary>What to remove from which file.</summary>
    /// <param name="files">A package's contents by name.</param>
    public static IEnumerable<ManifestProblem> Of(IReadOnlyDictionary<string, byte[]> files) => files
        .Where(file => file.Key.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .SelectMany(file => Scan(file.Key, file.Value));

    private static IReadOnlyList<ManifestProblem> Scan(string name, byte[] image)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(image, writable: false));
            if (!file.HasMetadata)
            {
                return [Problem(name, "Remove this file: it is no .NET assembly, and a plugin has no code of another kind.")];
            }

            var code = file.GetMetadataReader();
            return KnowsContract(code) ? [.. Uses(code).Distinct().Select(use => Problem(name, use))] : [];
        }
        catch (BadImageFormatException)
        {
            return [Problem(name, "Build this file anew: it is no .NET assembly that can be read.", FailureCodes.NotLoadable)];
        }
    }

    private static bool KnowsContract(MetadataReader code) =>
        code.AssemblyReferences.Any(handle => code.GetString(code.GetAssemblyReference(handle).Name) == ContractName);

    private static IEnumerable<string> Uses(MetadataReader code)
    {
        foreach (var handle in code.TypeReferences)
        {
            if (ForbiddenApis.AdviceForType(NameOf(code, handle)) is { } advice)
            {
                yield return advice;
            }
        }

        foreach (var handle in code.MemberReferences)
        {
            if (AdviceFor(code, code.GetMemberReference(handle)) is { } advice)
            {
                yield return advice;
            }
        }

        foreach (var handle in code.MethodDefinitions)
        {
            var method = code.GetMethodDefinition(handle);
            if (!method.GetImport().Name.IsNil)
            {
                yield return ForbiddenApis.NativeCode(code.GetString(method.Name));
            }
        }
    }

    private static string? AdviceFor(MetadataReader code, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = NameOf(code, (TypeReferenceHandle)member.Parent);
        var isMethod = member.GetKind() == MemberReferenceKind.Method;
        return ForbiddenApis.AdviceForMember(type, code.GetString(member.Name), () => isMethod ? ParametersOf(member) : []);
    }

    private static IReadOnlyList<string> ParametersOf(MemberReference member) => member.DecodeMethodSignature(new TypeNames(), null).ParameterTypes;

    private static string NameOf(MetadataReader code, TypeReferenceHandle handle)
    {
        var type = code.GetTypeReference(handle);
        var name = code.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(code, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{code.GetString(type.Namespace)}.{name}";
    }

    private static ManifestProblem Problem(string file, string text, string code = FailureCodes.ForbiddenApi) => new(file, "", text) { Code = code };
}
