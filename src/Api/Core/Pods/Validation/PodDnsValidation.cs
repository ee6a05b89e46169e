using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>How a pod resolves names. The limits are those of the C library's resolver.</summary>
internal static class PodDnsValidation
{
    private const int MaxNameservers = 3;
    private const int MaxSearches = 32;
    private const int MaxSearchListBytes = 2048;

    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors, bool relaxedSearches)
    {
        var config = spec.DnsConfig;
        if (spec.DnsPolicy == PodDnsPolicies.None && config is null)
        {
            errors.Required(path, "must provide `dnsConfig` when `dnsPolicy` is None");
        }
        else if (spec.DnsPolicy == PodDnsPolicies.None && config!.Nameservers is null or { Count: 0 })
        {
            errors.Required(path.Child("nameservers"), "must provide at least one DNS nameserver when `dnsPolicy` is None");
        }
        else if (config is not null)
        {
            ValidateNameservers(config.Nameservers.OrEmpty(), path.Child("nameservers"), errors);
            ValidateSearches(config.Searches.OrEmpty(), path.Child("searches"), errors, relaxedSearches);
            for (var i = 0; i < config.Options.OrEmpty().Count; i++)
            {
                errors.Present(path.Child("options").Index(i), config.Options![i].Name, "must not be empty");
            }
        }
    }

    public static void ValidateHostAliases(IReadOnlyList<HostAlias> aliases, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < aliases.Count; i++)
        {
            errors.AllInvalid(path.Index(i).Child("ip"), aliases[i].Ip, Addresses.Ip(aliases[i].Ip));
            for (var h = 0; h < aliases[i].Hostnames.OrEmpty().Count; h++)
            {
                var name = aliases[i].Hostnames![h];
                errors.AllInvalid(path.Index(i).Child("hostnames").Index(h), name, DnsNames.Subdomain(name));
            }
        }
    }

    private static void ValidateNameservers(IReadOnlyList<string> nameservers, FieldPath path, FieldErrors errors)
    {
        if (nameservers.Count > MaxNameservers)
        {
            errors.Invalid(path, GoText.List("string", nameservers), $"must not have more than {MaxNameservers} nameservers");
        }

        for (var i = 0; i < nameservers.Count; i++)
        {
            errors.AllInvalid(path.Index(i), nameservers[i], Addresses.Ip(nameservers[i]));
        }
    }

    private static void ValidateSearches(IReadOnlyList<string> searches, FieldPath path, FieldErrors errors, bool relaxed)
    {
        if (searches.Count > MaxSearches)
        {
            errors.Invalid(path, GoText.List("string", searches), $"must not have more than {MaxSearches} search paths");
        }

        if (Encoding.UTF8.GetByteCount(string.Join(' ', searches)) > MaxSearchListBytes)
        {
            errors.Invalid(path, GoText.List("string", searches), $"must not have more than {MaxSearchListBytes} characters (including spaces) in the search list");
        }

        for (var i = 0; i < searches.Count; i++)
        {
            var search = searches[i].EndsWith('.') ? searches[i][..^1] : searches[i];
            if (!relaxed || searches[i] != ".")
            {
                errors.AllInvalid(path.Index(i), search, relaxed ? DnsNames.SubdomainWithUnderscore(search) : DnsNames.Subdomain(search));
            }
        }
    }
}
