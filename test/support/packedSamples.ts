/**
 * A log as the programs pack it that Node has no packers for. It is made up anew in `SAMPLE_LOG`, from which the samples were
 * packed on the command line as the comments say.
 */
const packed = {
  /** `bzip2 -9`. */
  bzip2:
    'QlpoOTFBWSZTWfIzzQAAB91fgAAQUAv/8ALBRAo////wUAUZk90BvbV72wvHvADVPUaEbJlPCaKeyT1PUxJhNTTTQamg2KJqT1QDJ6gA' +
    'AA0DU3pEk/UmmimT1NAAAAGmEmqhJ7VDMkPSDCNGhiaaBoFSmoTUxplDUwmjT1GmmQM00jlvz5tvptybbbctvfmZb6N1TdVdtttuW3N2' +
    '22Ey3dmW7u70000000bbuyZuiW7u+DfcBQCkKzOWyMlZaabKKKKZRSktAoplFFFNppsoooplFFFNppsooFFPNObq3TAGAAZANAADQAAy' +
    'AZAAMgGQADIABkAyAAZAAMlVWqqrQhO0hMITQhLSIcvw8s9Htp/R72G7Hdb6L7wjsEBqB5F1wuH+WPv+nCPV97h5K79CvsKevHg4c7n9' +
    'uObJ9MtMmWWT5NvLa5ODB44PEhLiE8whLwFEJZJoQlkSexCXyNCEshGBCWk3Va2DVud/c7scGLF+0lxCe9EJf6MCEsCPCIT609yE20I3' +
    'baYkJetSsac1l2ylXUtupWG656EJmQHZ18Ne/r8O34ZbM+m1q3qpc3ulq6kmWFrWohPUhMSExw3rdh1br3n36tRrz1L91EVhCZh1vSrb' +
    'i0+3Zq1MYXDVypX7Swlh3ulAjJAwodjkdmOo+E56Llyl5mryHSW4rTFgSXKTWQlkiOa/odBCZEJsuYayEpWGFMKpUwo24tOanaaU4xwt' +
    'qd+xrM8WnjWYSqMLPLZm24W2KyWtdhbJsXZpP5/rNGiWWzpWNKi5cmnhdBav7HOUTe8pzCFGAXzpcISuFFaxCd4r2DgSL845pSn4G5de' +
    'lBaCr2F+NaxXXFpvuyvFAMXCNZiFN1NYMVAr7wpeXafOr5IDGC6ktwIjA4YYhXXquxV3Yxj881NdTXZvXWG+W20qoiIkO626jLb7uvqd' +
    'MrdgfbVxMaw6rFZ6RG8dNAiRcPwClPWPFJOdZsNwNRVHrfam9tq1+tq0GYlX4cRwMYuIGBlaH2+8HflgbGlbPPFbRrmq7Hu1o3AExrel' +
    'GaoYxmY6XIwMfDECXGHExa+ebzmsmuTVRHuNQ480ZiVXLiLmlsKVK4qc9qylhLDzwCgSwljSDbiZ1t6LCylTXWF11R5Oi7ZXS+9QkigQ' +
    'ZCRYEFRFVVVURVVVVVVVRFRFVVVVVVUIfoQJ9BAnaEJqITiQnIhLEJ7kJeQmJAoYHkWvKEfnF2kp94iOXL8kaSG02D2RdM1cfxHiXovX' +
    'd5E1l72HXCsOFj8Nm+b46WxIgjK43HtDsqKrGpkUrYXaQdmcLzf7ZhnZy8PDMURm3DCo9Q8aFU2z6m/Relo1LWRocVbPLR3JfM7wnU8b' +
    'W/oFAFBxOHSXVNOvWcFODppnXKyYxzIbhLcuOHM1i48M79x8U1ZQZhWatea9bOi4QptjSTwKAKG7u2ZhctcSVzPCZZL3SWJFGOS1S2cj' +
    'BqYvUboRMWJpS9/A//F3JFOFCQ8jPNAA',
  /** 100,000 times the letter a: `bzip2 -1`. */
  bzip2OfRuns: 'QlpoMTFBWSZTWUNR2fUAAMYRAIQAIAAACCAAMMwFKacYQtgQvF3JFOFCQQ1HZ9Q=',
  /** `xz -6`. */
  xz:
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4BzNBBFdABiOQoh0t0nuvn1vvOHAwUkAmceK2FvP+3NqHaHJV7hM7S8+RyOyqzcF5wvKxIxH' +
    'YJw4MLevXvaE7omsniNWCOq9haGmCcA3d3wzTr5mFv8PveNpAHuUc5OgZCck7eveoQdbEsjZ42xb/tZyGTcbmvhQkIgy9etkdV1xxOKl' +
    '4p5Fh1FxLopJ6Irff2CPmVY78QQu81glFFGTvT7Mc4OG9130McoJYdIXFEkhv6Kv9iKOAif1B7sHZ4onXPoFhWkpmL2f3dLZqOCqTxoe' +
    'fKPCwNTjwMwM8qube+nnpVQ/jNk2Z9W/Jq5v42Z4L8gJSbAKtz+cfcpGW5v0EZ0GLVCdtiROJinYaIpraRdgeO9RH5J9PdFbj3cNveWC' +
    '2jFGHc0WbyT9aJyNrQry1g0KhxJOJU2F/yeVHi8Gu47lzZpYl6k11aStI9NZHDAJxcguXhum8Al6yVA27G/K8F83PN3VYCgy2hcTOn7J' +
    'kALOFa+VbiMqbub26HTTReaoQpU6ypAoUEtypgAUZj+2v6pBdL4cX+P2sZYkq4rSsyhTbm3xeORofk+eDXspMj9kZmD7BjOneBoaPyh7' +
    'irpAfk6kWmbrA6avW8FNKEFVrBGcoY7SoVAJW1p2pyMnSqmJa/jsfI/R6fEDmKQNzIxumYl3CG12XVKbTuIPgdjfFP9Lby/fxT6zHwFE' +
    'lc7gLaBjJb/+tM0RNJlrxvzG5NLYl1nE7Nn5HJv3DRi2iMbGzjJH2E2K2GC+5eEPD0OuqxKOsOPAkx4Qcd4V6135og2UOOKK32vRsiDL' +
    'O8GH69QeYs8s8Zs7/6woFoxkl5Rp6lKzUcb9LbxiNe21oHzQeWMT2HBsKq8ELacL8YpLWXvupG4PkQijVV6S4T+L+/vgWST1xO5ufEaZ' +
    'LvAOIDtNrrCHAsEdrXMLtfRe1Li88mMZG7XArY5MUqKxOJOY+G24g5WLD1L6AZD/MkTJI2ufrd8Psiv6STZI6YZeT5BiNTlj88xl/dOE' +
    'oySBj63MNCMBem4ZSldOGnhVB7euHD1/RjxGmO6sYNkHgjB2mt/cR92VE8YDW8vCj8+lPkVKEWClN3c9jJT+545at9q1XXCsLTJWl/OT' +
    'qH4z6UhnKE/01uG4VV/e4Nq1A7ze3/i8hcatFcBANuwHWmbYMUtg6Zkj+Q1RiljeAWuL5Cw/9t8hDzHDYMdjIK36xOZvUjEOwaEYCsz1' +
    'rcHpyBFwxg8sZnGK3xfPx0CcM/Am3LvZDPt8woTBTSbROZOOKjmb1jmB/+i2nU4vUZhFoTI9GyhajW2V35+Nju7zSVWtRPLbbhZRzESt' +
    'Qj+INc0vVOLJofNfdbZ8mcLCjeZYnk/dRSGIGeYdsO3TT3H1fEPutQl67Z3NQktd5m9qyvQvuyiAAAAAAAD7HLmbw26VFAABrQjOOQAA' +
    'BtqP67HEZ/sCAAAAAARZWg==',
  /** `xz --check=crc32 --lzma2=lc=0,lp=2,pb=4,dict=4KiB`. */
  xzWithOtherProperties:
    '/Td6WFoAAAFpIt42AgAhAQAAAAA3J5fW4BzNBG3GABiOQkLhkKN/9ZPXZHoPNK02IKg4E8N6VD83Ws40pe1nDm2653h+TsnzR4CYjvu5' +
    '+ftWPijdU5r7aQmskoKwg17gl2sgJ5h1UXJjrbBJoKXX0h6clZ25ryM4ISOMQ0muMP4uSaR3MUJki016dtjJCICtk8XIfx0MOdQMkV78' +
    'ySgEhdIoyUTZyXBW33gDNn8ozN3ivp7rOtclrohWgkwJ5CHyh9BL/eCkdgaquTI3+wt62sRfv8OJ+2uRSeCmGXZV9zy6gxuGvIVAMdbQ' +
    '8WcrAbNUbIFKH3uKDESnvKaoKReyH0kO0fgrV0kKJFTyfNEmxIxk7jTieTVGc/ESS+vnk9vrgzJWXQ00jduWwMnea4pQajGzrxe2CTy7' +
    'OIMYk2Wk2TKBR6uZw7pd/jrs6DN1oEWl+eZrHiEzsomi/AOW0L11K1z5JWRQRy4w9eSLivd0r0BQvYWohiSzHTVgS1XkRtwtwwToEfuG' +
    'HQWLu9Faqmzs1wn0brk02R9MqqjH9EU6Pz3BAlizcQ2vnKSq8IZx1J95gb/tcRvllWxh7D0wc8y9Ir4QGKRDg39BQZ9PUqSMl0ku4MR/' +
    'UViykIYQCaad65q6ypOkyhtVneTRmlIYqibpQcs255g9+xDD+FGrCN1tAm6ppdPPOczwWCc9xgatquaDBQ2/LroKGRARBCKGYfH1goqL' +
    'zYp4Pl1B+K9f0rUGqYxU28/j9Dj8mUXTrkVp25ty+Eo/Wl+RPcpx11ZaZ4PZdq9yfjh009KBTLRAZTaMwialb2Ct5AbnyRp5zBksuVER' +
    'wEIfHRD+u4YJH/+bOuZWWq6E0uXMfu6YaR1PazOc5vPEKYU/mwcAsAvhTdOvwQX9R8Yb/g7O6qzXTfkh8yymaDpRL4dQZkLTjQ3ABvN3' +
    'GprOUB0GMIg1T5y72aTxVvSKvs6xn+82noJLUoh3lE3pOhTIfbnYURC0Zw8Ngbyr6gXi2MZswGw6eUiI4+ByUoQKwSaNIJoCtDTIMgwj' +
    'zPz4P47WpPJ+/yFMBCIJ2kf2udcVuDknxqE+PnsW2h4YlXfJQNROgOTbu4OfXvg2wW82jGhFx4cVLQgHZ4v4SkFLJn//eGklo9MPLHuM' +
    'bDZkMpSdf6PSM98j8EpWs1xn+9oplyy3YfTRIztuVss72QlbcIe5c5rOV3Hqr64rI5p3mDdgBWgLws2u56tu9Gtbaos2xxhieq2MK65V' +
    '7ZfE77+BAkLxJL3/cG1Sh+9/R3q5MhhNRyOK4iEGx1U1YT02psPcgz60zhHSE52rBNAJMveNPDGMAQU/IrQZpaCSxYqKuunzzHbtIpn0' +
    'tUXZXeQyJzoBlWuf7YnPwtg4mbh+cZTHseSvkvZvTD3qDOgvMeXbNKZWEd/Lfix9qdMgh50vXYO3iL1Q7pwCLlED9IbcpzOwMhJWZaav' +
    'j7OdAUq7cvNUzWMN4Qm5go8dHNbkOQ2zPXtab1Kl+6Pbxb0uDZchh3/lP5qxQI9/t6heR0UbQvIjX95XwkEt4y1kV85AMgAAAAAAAKtG' +
    '7SEAAYUJzjkAAO10ED0+MA2LAgAAAAABWVo=',
  /** `xz --check=sha256 --block-size=5000`. */
  xzOfBlocks:
    '/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4BOHAvtdABiOQoh0t0nuvn1vvOHAwUkAmceK2FvP+3NqHaHJV7hM7S8+RyOyqzcF5wvKxIxH' +
    'YJw4MLevXvaE7omsniNWCOq9haGmCcA3d3wzTr5mFv8PveNpAHuUc5OgZCck7eveoQdbEsjZ42xb/tZyGTcbmvhQkIgy9etkdV1xxOKl' +
    '4p5Fh1FxLopJ6Irff2CPmVY78QQu81glFFGTvT7Mc4OG9130McoJYdIXFEkhv6Kv9iKOAif1B7sHZ4onXPoFhWkpmL2f3dLZqOCqTxoe' +
    'fKPCwNTjwMwM8qube+nnpVQ/jNk2Z9W/Jq5v42Z4L8gJSbAKtz+cfcpGW5v0EZ0GLVCdtiROJinYaIpraRdgeO9RH5J9PdFbj3cNveWC' +
    '2jFGHc0WbyT9aJyNrQry1g0KhxJOJU2F/yeVHi8Gu47lzZpYl6k11aStI9NZHDAJxcguXhum8Al6yVA27G/K8F83PN3VYCgy2hcTOn7J' +
    'kALOFa+VbiMqbub26HTTReaoQpU6ypAoUEtypgAUZj+2v6pBdL4cX+P2sZYkq4rSsyhTbm3xeORofk+eDXspMj9kZmD7BjOneBoaPyh7' +
    'irpAfk6kWmbrA6avW8FNKEFVrBGcoY7SoVAJW1p2pyMnSqmJa/jsfI/R6fEDmKQNzIxumYl3CG12XVKbTuIPgdjfFP9Lby/fxT6zHwFE' +
    'lc7gLaBjJb/+tM0RNJlrxvzG5NLYl1nE7Nn5HJv3DRi2iMbGzjJH2E2K2GC+5eEPD0OuqxKOsOPAkx4Qcd4V6135og2UOOKK32vRsiDL' +
    'O8GH69QeYs8s8Zs7/6woFoxkl5Rp6lKzUcb9LbxiNe21oHzQeWMT2HBsKq8ELacL8YpLWXvupG4PkQijVV6S4T+L+/vgWST1xO5ufEaZ' +
    'LvAOIDtNrrCHAsEdrXMLtfRe1Li88mMZG7XArY5MUqKxOJOY+G24g5WLD1L6AZD/MkTJI2ufrd8Psiv6STZI6YZeT5BiNTlj88xl/dOE' +
    'oySBj63MNCMBazGu+AAAADsLOMulovyJPpp+zUIeB7dDUUrK8xDbixqMhE1+z9BXAgAhARYAAAB0L+Wj4AlFAahdABeMQf6KQ6czlRlx' +
    'O0/dJXXIjHxdscDdD0YL7NyU73uZuV8qAiTFuua7adBwW4L5f84hUNJFJvsMFNTjJt8v45yzQKmsH1pgdHotmqnLNgpom/BT3pHK+tOe' +
    'Ti4Ty5hTvCsGUH7sRKoBbjF9eUdQXvtVim5YcX5QuirkEK0PlWCJ1AxpHEOCp0jSmdDP1HIqG0CHDNVXpo9SAFL8ng3xhCWdrLP+JO2J' +
    'RkrRubOyPH4PCIGNNtGjWLpGmVAsEOmpbnHWyLK3TfE7nH7AQIwuLgP+lw5NLnSSrdbXOQdQWqSVN96zizP+mXHK6OHEODI/jTYYl19N' +
    '8zCqUvkQwl/3nX3s5BAuTMw6Xlq4wP7Z8bS600teqVjHVmEIGfyREOS8MnwDG/bXJG0ARAjhk1YUD+4hZkljKQr7l6YMH+NjtBurQbLS' +
    'aG+z8l6irEpr4LrQ7Os7+Wc+vhlqWjvq5oacOhJxxsN70h50REIueQk6F/dJIPyxDNWUFKKU50Hb3kfopw4wNreh4K29q62kHyZWccfv' +
    '+HZggB8KaIkObCfMUGJqtliB6P7+AAAAKaVMCj3jD+wusNYPcHxdrX3zkZRhXhvSVCjJ70TACgUAAq8GiCfcA8YSAABFruzsEzqD1wMA' +
    'AAAAClla',
  /** `zstd -19`. */
  zstd:
    'KLUv/WTOGw0eAKpGDAskMGlqsQHAYGOCRUQboe3MtIKZeQSST3NWdnf35k7ViBYUIKSosACkAKMAeWtrQCSPLjurmgQf5/pXhhV9Wb4h' +
    'npIQ/n63ERGlpd6eXxYKidOe+0T9GF7Z7LFgKPSelr+UgLCX1mEDJf7Zido3bR2Pj2mihXe13qKXkVxYzmSx9N7hL/WhT4tXbTJp2Gbt' +
    '+6wsESxLPGV6PHi53JjgwAUbqhk2JglhVwDXNVSZIcANfoAgQQIDhsfBqgeGBAQKBDAsqOoSYKhCuJUdSI4DBy8FhgGGAYY0MIMysH6I' +
    '2PhEiIYuHh+nRAVF/l5iFEy8NMMGcoxojU9IjeSHa3VMI4HS0HTRStPHfPFBmieuUO+kTuz25Samkz9f/WdFEeFeojJFDVZF5jcKQ8Hy' +
    '+niNaaIoHqeaRIHw7vo4TTY5O7a1Z3nsb7URUeu8ziqfeBaJbNtTSES2uXTNHk/jt/bzQRIlqVpl3UEPR1pyoi6oQLSyn1HhwGedp1g4' +
    'zQyb76AzCdhtkAYRe78zu4iUt7PupcMT/lfHirPA9RsmKhwEw7p2643yLMqlP8lheuvJlygQQy3lu2nKyGalqfVB8hyr9IgoZZFX2Zp4' +
    'GIg2w2t0VELvhfBW/OOBJq1CONf+CkjnodlBEQM5efd0WYY393UMNGnTtExULIfTzOW6g45I46mdtCzQXV75ElxYrGXVv8wi4c88NSUj' +
    'mpW1R0TE1Y1deIysyDgAEOsSJVLcd2zLaETn4/P7UI7cu7xDVIJCK1qnMQ54uLy1o6MUcPFU7yYHnty9Gn/ngXZ6+IMkDf8yVxP+JKyu' +
    'bsZAZ21rxEOHnA25bQFK6db6idKicKwa514+WvG0a1uGcUg0Nr6SE/bpar1hoImZWakx8hb0duRLmMgp072bchfs/42XFsz8yuNBD2b7' +
    'ZE1IDSn1ZWZMU09ndeIh6aE4fIE7qBFwTGT2/nVhs+kRKAQIRBhqBhIrFCvBB14D6dlJMZZ5ywQhS+qtoEB4CzKbOBlV6hjB1TWlS5Be' +
    'zbFFtI+uuVCC+ehakSRIzo4tou2r1koFsIMwBrNSEyPovg0S5ujCuq2kAN+VUds2iPbGeBrgwknbMPLYUUAhtrA2l6fbSgKw1VsDiFIn' +
    'o8odD9Kzk8AV4jN1YbIpT9RZqQAWNw9L2UQbVy9i31YKc25kKKARz6Y9OXn57CqIYEgnI50AAVxzESqbGhnrJCPCyNlyYp9O11Yywvx0' +
    'TekSpFfTXo68PHaPwI0YLYzkrtb2htA2UnY1HTCjrlUCvxqEJEjG',
} as const;

export type PackedSample = keyof typeof packed;

/** The bytes of a sample. */
export function packedSample(name: PackedSample): Buffer {
  return Buffer.from(packed[name], 'base64');
}

/** What the samples unpack to. */
export const SAMPLE_LOG = Array.from({ length: 100 }, (_, n) => {
  const noise = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const time = `00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
  const request = `GET /${(noise >>> 8).toString(36)} HTTP/1.1`;
  return `192.0.2.${noise % 7} - - [01/Nov/2021:${time} +0900] "${request}" 200 ${noise % 5000}\n`;
}).join('');

/** Letters that `bzip2OfRuns` unpacks to. */
export const RUN_LENGTH = 100_000;
