namespace ActorKube.Api.Networking;

/// <summary>
/// Which ingresses are whose. An ingress is of the class that its field names, else of the one that the older annotation names, else of the default one; the class says whose it is.
/// See https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class.
/// </summary>
public static class IngressClassChoice
{
    /// <summary>The cluster's own controller, as <c>spec.controller</c> of a class names it.</summary>
    public const string Controller = "actorkube.io/ingress";

    /// <summary>The class that leads to it.</summary>
    public const string OwnClass = "actorkube";

    /// <summary>Annotation that makes a class the default one.</summary>
    public const string DefaultMark = "ingressclass.kubernetes.io/is-default-class";

    /// <summary>Null: it names none, so that the default class is meant.</summary>
    public static string? NameOf(Ingress ingress) =>
        ingress.Spec.IngressClassName ?? ingress.Metadata.Annotations?.GetValueOrDefault(IngressKind.ClassAnnotation);

    public static bool IsDefault(IngressClass value) => value.Metadata.Annotations?.GetValueOrDefault(DefaultMark) == "true";

    /// <summary>The names of the classes that are the cluster's own controller's; null is among them if the default class is.</summary>
    public static IReadOnlySet<string?> Own(IEnumerable<IngressClass> classes)
    {
        var names = new HashSet<string?>(StringComparer.Ordinal);
        IngressClass? chosen = null;
        foreach (var value in classes)
        {
            if (value.Spec.Controller == Controller)
            {
                names.Add(value.Metadata.Name);
            }

            // Of several the newest, as where an ingress is given its class when it is created.
            if (IsDefault(value) && (chosen is null || value.Metadata.CreationTimestamp > chosen.Metadata.CreationTimestamp))
            {
                chosen = value;
            }
        }

        if (chosen?.Spec.Controller == Controller)
        {
            names.Add(null);
        }

        return names;
    }
}
