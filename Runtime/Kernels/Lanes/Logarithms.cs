namespace Logits.Numerics;

/// <summary>Logarithms of several doubles, with the widest registers.</summary>
internal static unsafe class Logarithms
{
    /// <summary>log(1 + x), of x that is NaN or not negative.</summary>
    public static double Log1P(double x)
    {
        Log1P(&x, 1);
        return x;
    }

    /// <summary>log(1 + x) of each x, which is NaN or not negative.</summary>
    public static void Log1P(double* x, int count)
    {
        // One number needs neither masks nor a call.
        if (count == 1 && Lanes128<double>.IsSupported)
            *x = Lanes128<double>.FirstLane(Log1P<Lanes128<double>, double>.Of(Lanes128<double>.Create(*x)));
        else if (Lanes512<double>.IsSupported)
            MapLoop<LanesPair<Lanes512<double>, double>, double>.Run(x, x, count, default(Log1PMap<LanesPair<Lanes512<double>, double>, double>), streams: false);
        else if (Lanes256<double>.IsSupported)
            MapLoop<LanesPair<Lanes256<double>, double>, double>.Run(x, x, count, default(Log1PMap<LanesPair<Lanes256<double>, double>, double>), streams: false);
        else if (Lanes128<double>.IsSupported)
            MapLoop<LanesPair<Lanes128<double>, double>, double>.Run(x, x, count, default(Log1PMap<LanesPair<Lanes128<double>, double>, double>), streams: false);
        else
            MapLoop<LanesScalar<double>, double>.Run(x, x, count, default(Log1PMap<LanesScalar<double>, double>), streams: false);
    }
}
