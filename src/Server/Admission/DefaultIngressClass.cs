using ActorKube.Api.Meta;
using ActorKube.Api.Networking;
using ActorKube.Engine.Commands;

namespace ActorKube.Server.Admission;

/// <summary>An ingress that names no class gets the one that is marked as the default; of several the newest.</summary>
public sealed class DefaultIngressClass : IAdmission
{
    private const string Mark = "ingressclass.kubernetes.io/is-default-class";
    private const string OldClass = "kubernetes.io/ingress.class";

    public IApiObject Mutate(AdmissionRequest request, IApiObject value)
    {
        if (request is not { Operation: AdmissionOperation.Create, Subresource.Length: 0 } || value is not Ingress { Spec.IngressClassName: null } ingress
            || ingress.Metadata.Annotations?.ContainsKey(OldClass) == true)
        {
            return value;
        }

        var chosen = request.View.List("ingressclasses.networking.k8s.io")
            .Select(static o => o.Read<IngressClass>())
            .Where(static c => c.Metadata.Annotations?.GetValueOrDefault(Mark) == "true")
            .OrderByDescending(static c => c.Metadata.CreationTimestamp)
            .ThenBy(static c => c.Metadata.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return chosen is null ? value : ingress with { Spec = ingress.Spec with { IngressClassName = chosen.Metadata.Name } };
    }
}
