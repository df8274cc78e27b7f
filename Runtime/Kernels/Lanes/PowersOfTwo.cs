using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Logits.Numerics;

/// <summary>
/// The bits of 2^(j / steps), j from 0, less j in the place where the steps begin: so that adding n in that place, of any n whose lowest
/// bits are j, gives 2^(n / steps).
/// </summary>
internal static class PowersOfTwo
{
    public static Vector512<int> FloatLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3F800000, 0x3F7ECD87, 0x3F7DAAC3, 0x3F7C980F, 0x3F7B95C2, 0x3F7AA43A, 0x3F79C3D3, 0x3F78F4F0,
            0x3F7837F0, 0x3F778D3A, 0x3F76F532, 0x3F767043, 0x3F75FED7, 0x3F75A15B, 0x3F75583F, 0x3F7523F6);
    }

    public static Vector512<int> FloatHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3F7504F3, 0x3F74FBAF, 0x3F7508A4, 0x3F752C4D, 0x3F75672A, 0x3F75B9BE, 0x3F76248C, 0x3F76A81E,
            0x3F7744FD, 0x3F77FBB8, 0x3F78CCDF, 0x3F79B907, 0x3F7AC0C7, 0x3F7BE4BA, 0x3F7D257D, 0x3F7E83B3);
    }

    public static Vector256<int> FloatEighths
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(
            0x3F800000, 0x3F7B95C2, 0x3F7837F0, 0x3F75FED7, 0x3F7504F3, 0x3F75672A, 0x3F7744FD, 0x3F7AC0C7);
    }

    public static Vector512<long> DoubleLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3FF0000000000000, 0x3FEFB5586CF9890F, 0x3FEF72B83C7D517B, 0x3FEF387A6E756238,
            0x3FEF06FE0A31B715, 0x3FEEDEA64C123422, 0x3FEEBFDAD5362A27, 0x3FEEAB07DD485429);
    }

    public static Vector512<long> DoubleHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3FEEA09E667F3BCD, 0x3FEEA11473EB0187, 0x3FEEACE5422AA0DB, 0x3FEEC49182A3F090,
            0x3FEEE89F995AD3AD, 0x3FEF199BDD85529C, 0x3FEF5818DCFBA487, 0x3FEFA4AFA2A490DA);
    }

    // The same times a number for which all of a table lie near what they are rounded to: within 2.6e-8, 2.8e-9 and 2e-17 of it, where roundings are up
    // to 6e-8 and 1.1e-16 off. Found by trying some hundred million numbers.
    public const double FloatScale = 1.002263169303366;

    public const double FloatEighthScale = 1.0877149085805944;

    public const double DoubleScale = 1.0223053975128875;

    public static Vector512<int> ScaledFloatLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3F804A29, 0x3F7F194F, 0x3F7DF835, 0x3F7CE732, 0x3F7BE6A1, 0x3F7AF6DE, 0x3F7A1847, 0x3F794B3D,
            0x3F789021, 0x3F77E759, 0x3F77514B, 0x3F76CE60, 0x3F765F03, 0x3F7603A2, 0x3F75BCAD, 0x3F758A97);
    }

    public static Vector512<int> ScaledFloatHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3F756DD4, 0x3F7566DC, 0x3F757629, 0x3F759C38, 0x3F75D989, 0x3F762E9D, 0x3F769BFB, 0x3F77222A,
            0x3F77C1B5, 0x3F787B2B, 0x3F794F1D, 0x3F7A3E1F, 0x3F7B48C9, 0x3F7C6FB6, 0x3F7DB385, 0x3F7F14D7);
    }

    public static Vector256<int> ScaledFloatEighths
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(
            0x3F8B3A3E, 0x3F87D424, 0x3F859202, 0x3F848E45, 0x3F84E5BE, 0x3F86B7DA, 0x3F8A26DE, 0x3F8F5829);
    }

    public static Vector512<long> ScaledDoubleLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3FF05B5CE78D795F, 0x3FF014C0D86FB065, 0x3FEFD65A047B4147, 0x3FEFA085733A1C83,
            0x3FEF73A44A9D9E1C, 0x3FEF501BFDAD42D1, 0x3FEF36567D4677B3, 0x3FEF26C26B04F106);
    }

    public static Vector512<long> ScaledDoubleHigh
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0x3FEF21D34E6BFECD, 0x3FEF2801CC6A6AB3, 0x3FEF39CBE1538C81, 0x3FEF57B51D6970AF,
            0x3FEF8246E415285F, 0x3FEFBA10ADEBA3C5, 0x3FEFFFA84D9ED050, 0x3FF053AA37FC1B7F);
    }

    // What the tables were rounded off, as logarithms: log(2^(j / steps)) less that of the number in the table.
    public static Vector512<float> FloatLowRests
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0, -4.70846e-8f, 4.62855e-8f, -5.56042e-8f, -1.19922e-8f, -4.87761e-8f, 4.72978e-8f, -3.48144e-8f,
            3.19342e-8f, -2.68867e-8f, 3.62106e-8f, 1.11842e-9f, -3.09907e-8f, -2.6383e-8f, -7.47521e-9f, -4.24564e-8f);
    }

    public static Vector512<float> FloatHighRests
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            1.71143e-8f, 2.3002e-8f, -3.04768e-8f, -1.65385e-8f, 5.23333e-9f, -3.59206e-8f, 6.10759e-9f, -3.11405e-8f,
            -1.47196e-8f, -2.82181e-8f, -5.2588e-9f, -6.36039e-9f, -6.12826e-9f, -2.48804e-8f, 5.14061e-9f, -8.69727e-9f);
    }

    public static Vector256<float> FloatEighthRests
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(
            0, -1.19922e-8f, 3.19342e-8f, -3.09907e-8f, 1.71143e-8f, 5.23333e-9f, -1.47196e-8f, -6.12826e-9f);
    }

    public static Vector512<double> DoubleLowRests
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0, 8.18932e-17, -2.79391e-17, 7.82657e-17,
            3.34846e-17, 3.75085e-17, 1.95726e-17, 5.68648e-17);
    }

    public static Vector512<double> DoubleHighRests
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            -6.83581e-17, -2.35911e-17, 5.15483e-17, 1.53414e-17,
            4.87516e-17, 1.68549e-17, 1.79013e-17, -5.54507e-17);
    }
}
