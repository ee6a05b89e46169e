using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Options of Windows containers: names of accounts after the naming conventions of Active Directory.</summary>
internal static partial class WindowsOptionsValidation
{
    private const int MaxCredentialSpecBytes = 64 * 1024;
    private const int MaxDomainLength = 256;
    private const int MaxUserLength = 104;

    private static readonly SearchValues<char> NotInUserName = SearchValues.Create("\"/\\:;|=,+*?<>@[]");

    public static void Validate(WindowsSecurityContextOptions? options, FieldPath path, FieldErrors errors)
    {
        if (options is null)
        {
            return;
        }

        if (options.GmsaCredentialSpecName is { } name)
        {
            errors.AllInvalid(path.Child("gmsaCredentialSpecName"), name, DnsNames.Subdomain(name));
        }

        if (options.GmsaCredentialSpec is { } spec && (spec.Length == 0 || Encoding.UTF8.GetByteCount(spec) > MaxCredentialSpecBytes))
        {
            errors.Invalid(path.Child("gmsaCredentialSpec"), spec,
                spec.Length == 0 ? "gmsaCredentialSpec cannot be an empty string" : "gmsaCredentialSpec size must be under 64 KiB");
        }

        foreach (var wrong in options.RunAsUserName is { } user ? CheckUserName(user) : [])
        {
            errors.Invalid(path.Child("runAsUserName"), options.RunAsUserName, "runAsUserName" + wrong);
        }
    }

    private static IEnumerable<string> CheckUserName(string name)
    {
        var parts = name.Split('\\');
        if (name.Length == 0)
        {
            return [" cannot be an empty string"];
        }

        if (name.Any(char.IsControl))
        {
            return [" cannot contain control characters"];
        }

        return parts.Length > 2
            ? [" cannot contain more than one backslash"]
            : [.. CheckDomain(parts.Length == 2 ? parts[0] : null), .. CheckUser(parts[^1])];
    }

    private static IEnumerable<string> CheckDomain(string? domain)
    {
        if (domain is { Length: >= MaxDomainLength })
        {
            yield return $"'s Domain length must be under {MaxDomainLength} characters";
        }

        if (domain is not null && !NetBiosName().IsMatch(domain) && !DnsName().IsMatch(domain))
        {
            yield return "'s Domain doesn't match the NetBios nor the DNS format";
        }
    }

    private static IEnumerable<string> CheckUser(string user)
    {
        if (user.Length is 0 or > MaxUserLength)
        {
            yield return user.Length == 0 ? "'s User cannot be empty" : $"'s User length must not be longer than {MaxUserLength} characters";
        }

        if (user.Length > 0 && user.All(static c => c is '.' or ' '))
        {
            yield return "'s User cannot contain only periods or spaces";
        }

        if (user.AsSpan().ContainsAny(NotInUserName))
        {
            yield return "'s User cannot contain the following characters: \"/\\:;|=,+*?<>@[]";
        }
    }

    [GeneratedRegex("""\A[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}\z""", RegexOptions.CultureInvariant)]
    private static partial Regex NetBiosName();

    [GeneratedRegex(@"\A[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DnsName();
}
