using ActorKube.Api.Kinds;

namespace ActorKube.Server.Rest;

/// <summary>The bookmark that ends the initial events of a watch tells so by its annotations.</summary>
internal static class InitialEventsEnd
{
    public static IReadOnlyDictionary<string, string> Annotations(Kind kind)
    {
        var emptyList = $"{{\"kind\":\"{kind.Name}List\",\"apiVersion\":\"{kind.ApiVersion}\",\"metadata\":{{}},\"items\":null}}\n";
        return new Dictionary<string, string>
        {
            ["k8s.io/initial-events-end"] = "true",
            ["kubernetes.io/initial-events-list-blueprint"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(emptyList)),
        };
    }
}
