using ActorKube.Api.Networking;
using ActorKube.Network;

namespace ActorKube.Ingresses.Routing;

/// <summary>Makes the routes of one Ingress, and notes what is wrong with it. Not thread-safe.</summary>
internal sealed class IngressRoutes
{
    private readonly List<Problem> _problems = [];
    private readonly Func<BackendKey, int> _indexOf;
    private readonly RouteSettings _settings;
    private bool _isShared;

    /// <param name="indexOf">The place of a backend in the table.</param>
    public IngressRoutes(Ingress ingress, Func<BackendKey, int> indexOf)
    {
        _indexOf = indexOf;
        Name = IngressName.Of(ingress);
        _settings = SettingsReader.Read(ingress, (annotation, why) => Add("BadAnnotation", $"{annotation} is ignored: {why}"));
    }

    public IngressName Name { get; }

    /// <summary>Without backends if it isn't a service: requests for it are refused, rather than sent where a shorter path leads.</summary>
    public Route To(IngressBackend backend)
    {
        if (backend.Service is not { } service)
        {
            Add("BadBackend", $"{backend.Resource?.Kind ?? "nothing"} \"{backend.Resource?.Name}\" is not a service; there are no other backends");
            return new Route(Name, _settings, []);
        }

        BackendKey Key(string name) => new(Name.Namespace, name, service.Port.Name ?? "", service.Port.Number);

        if (!_settings.Weights.Has(service.Name))
        {
            return new Route(Name, _settings, [new WeightedBackend(_indexOf(Key(service.Name)), 1)]);
        }

        _isShared = true;
        return new Route(Name, _settings, [.. _settings.Weights.Parts.Where(static p => p.Value > 0).Select(p => new WeightedBackend(_indexOf(Key(p.Key)), p.Value))]);
    }

    /// <summary>All that is wrong, when all routes were made.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        if (!_isShared && _settings.Weights.Parts.Length > 0)
        {
            Add("BadAnnotation", $"{SettingsReader.Weights} has no effect: no path leads to one of its services");
        }

        return _problems;
    }

    private void Add(string reason, string message) => _problems.Add(new Problem(Name.Key, reason, message));
}
